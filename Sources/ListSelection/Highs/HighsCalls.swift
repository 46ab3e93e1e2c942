/// The functions of HiGHS's C interface that are called, found by name.
///
/// `HighsInt` is a C `int` in the published builds.
struct HighsCalls: Sendable {
  typealias Model = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>
  typealias Reals = UnsafePointer<Double>
  typealias Ints = UnsafePointer<CInt>
  typealias RealsOut = UnsafeMutablePointer<Double>

  let version: @convention(c) () -> Text
  let create: @convention(c) () -> Model?
  let destroy: @convention(c) (Model) -> Void
  let setBool: @convention(c) (Model, Text, CInt) -> CInt
  let setInt: @convention(c) (Model, Text, CInt) -> CInt
  let setDouble: @convention(c) (Model, Text, Double) -> CInt
  let setString: @convention(c) (Model, Text, Text) -> CInt
  /// Columns, rows, entries, format, sense, offset, costs, column bounds, row bounds, matrix.
  let passLp:
    @convention(c) (
      Model, CInt, CInt, CInt, CInt, CInt, Double, Reals, Reals, Reals, Reals, Reals, Ints, Ints,
      Reals
    ) -> CInt
  /// The same, and which columns are integers.
  let passMip:
    @convention(c) (
      Model, CInt, CInt, CInt, CInt, CInt, Double, Reals, Reals, Reals, Reals, Reals, Ints, Ints,
      Reals, Ints
    ) -> CInt
  let changeColumnBounds: @convention(c) (Model, CInt, CInt, Reals, Reals) -> CInt
  let addRow: @convention(c) (Model, Double, Double, CInt, Ints, Reals) -> CInt
  let run: @convention(c) (Model) -> CInt
  let modelStatus: @convention(c) (Model) -> CInt
  let solution: @convention(c) (Model, RealsOut?, RealsOut?, RealsOut?, RealsOut?) -> CInt
  let dualRay: @convention(c) (Model, UnsafeMutablePointer<CInt>, RealsOut?) -> CInt
  let infoDouble: @convention(c) (Model, Text, RealsOut) -> CInt
  let infoInt64: @convention(c) (Model, Text, UnsafeMutablePointer<Int64>) -> CInt

  init(_ find: (String) throws(HighsError) -> UnsafeMutableRawPointer) throws(HighsError) {
    version = unsafeBitCast(try find("Highs_version"), to: type(of: version))
    create = unsafeBitCast(try find("Highs_create"), to: type(of: create))
    destroy = unsafeBitCast(try find("Highs_destroy"), to: type(of: destroy))
    setBool = unsafeBitCast(try find("Highs_setBoolOptionValue"), to: type(of: setBool))
    setInt = unsafeBitCast(try find("Highs_setIntOptionValue"), to: type(of: setInt))
    setDouble = unsafeBitCast(try find("Highs_setDoubleOptionValue"), to: type(of: setDouble))
    setString = unsafeBitCast(try find("Highs_setStringOptionValue"), to: type(of: setString))
    passLp = unsafeBitCast(try find("Highs_passLp"), to: type(of: passLp))
    passMip = unsafeBitCast(try find("Highs_passMip"), to: type(of: passMip))
    changeColumnBounds = unsafeBitCast(
      try find("Highs_changeColsBoundsByRange"), to: type(of: changeColumnBounds))
    addRow = unsafeBitCast(try find("Highs_addRow"), to: type(of: addRow))
    run = unsafeBitCast(try find("Highs_run"), to: type(of: run))
    modelStatus = unsafeBitCast(try find("Highs_getModelStatus"), to: type(of: modelStatus))
    solution = unsafeBitCast(try find("Highs_getSolution"), to: type(of: solution))
    dualRay = unsafeBitCast(try find("Highs_getDualRay"), to: type(of: dualRay))
    infoDouble = unsafeBitCast(try find("Highs_getDoubleInfoValue"), to: type(of: infoDouble))
    infoInt64 = unsafeBitCast(try find("Highs_getInt64InfoValue"), to: type(of: infoInt64))
  }
}
