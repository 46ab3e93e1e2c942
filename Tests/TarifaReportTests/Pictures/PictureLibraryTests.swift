import Foundation
import TarifaReport
import Testing
import TestSupport

/// Pictures, read again by Python's own readers of compressed bytes.
struct PictureLibraryTests {
  private struct Picture: Decodable {
    let width: Int
    let height: Int
    let colours: Int
    /// Of the pixels that have the commonest colour.
    let share: Double
  }

  private static let reader = """
    import collections, json, struct, sys, zlib
    data = open(sys.argv[1], "rb").read()
    assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
    place, packed = 8, b""
    while place < len(data):
        size, kind = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + size]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[place + 8 + size:place + 12 + size])[0]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
        if kind == b"IDAT":
            packed += body
        place += 12 + size
    wide = {2: 3, 6: 4}[colour]
    assert depth == 8
    raw, line, counts = zlib.decompress(packed), bytes(width * wide), collections.Counter()
    for y in range(height):
        start = y * (width * wide + 1)
        way, now = raw[start], bytearray(raw[start + 1:start + 1 + width * wide])
        for i in range(len(now)):
            a = now[i - wide] if i >= wide else 0
            b, c = line[i], line[i - wide] if i >= wide else 0
            p = a + b - c
            best = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            now[i] = (now[i] + [0, a, b, (a + b) // 2, best][way]) & 255
        line = bytes(now)
        counts.update(line[i:i + 3] for i in range(0, len(line), wide))
    print(json.dumps({"width": width, "height": height, "colours": len(counts),
                      "share": counts.most_common(1)[0][1] / (width * height)}))
    """

  private func read(_ bytes: [UInt8]) throws -> Picture {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tarifa-\(UUID().uuidString).png")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.reader, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode(Picture.self, from: data)
  }

  /// One of every kind of drawing is a picture of its size that is not blank.
  @Test(arguments: [
    "steel", "history", "measures", "docket", "rate", "goods", "frontier", "tornado", "pairs",
    "who pays, draws",
  ])
  func everyKindOfDrawingIsAPicture(name: String) throws {
    let way = try #require(ShippedCharts.ways.first { $0.name == name })
    let drawing = try way.chart().svg(source: "Source: a test.")
    let root = try #require(SVGOutline(drawing)?.elements.first)
    let height = try #require(root.number("height"))
    let picture = try read(try PictureLibrary.installed().png(drawing, scale: 1))
    #expect(picture.width == 480 && picture.height == Int(height.rounded(.up)))
    #expect(picture.colours > 20 && picture.share < 0.97, "\(picture)")
  }

  /// Nothing that is drawn is refused, and a picture has two pixels for a unit.
  @Test(arguments: ShippedCharts.ways)
  func noDrawingIsRefused(way: ShippedCharts.Way) throws {
    let drawing = try way.chart().svg(source: "Source: <a> & test.")
    let bytes = try PictureLibrary.installed().png(drawing)
    #expect(bytes.count > 5_000 && bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // The width stands in the header, the most significant byte first.
    #expect(Array(bytes[16..<20]) == [0, 0, 3, 0xC0])
  }

  @Test(arguments: ["", "no drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/>"])
  func whatIsNoDrawingIsRefused(text: String) throws {
    let library = try PictureLibrary.installed()
    #expect(throws: PictureError.self) { try library.png(text) }
  }

  @Test func aDrawingTooLargeIsRefused() throws {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"40000\"/>"
    do throws(PictureError) {
      _ = try PictureLibrary.installed().png(drawing)
      Issue.record("it was drawn")
    } catch {
      #expect("\(error)".contains("too large"))
    }
  }

  @Test func aMissingLibraryIsNamedWithWhatToInstall() throws {
    do throws(PictureError) {
      _ = try PictureLibrary(["libno-such-thing.so.9"])
      Issue.record("it was loaded")
    } catch {
      #expect(error == .missing(library: "libno-such-thing.so.9"))
      #expect("\(error)".contains("librsvg2-2") && "\(error)".contains("scripts/setup"))
    }
    do throws(PictureError) {
      _ = try PictureLibrary(["libc.so.6"])
      Issue.record("it was loaded")
    } catch {
      #expect("\(error)".contains("has no function rsvg_handle_new_from_data"))
    }
  }
}
