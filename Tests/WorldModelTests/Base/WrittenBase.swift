import WorldModel

/// A small base as the text of its files, to be damaged.
struct WrittenBase {
  var files: [String: String] = [
    "countries": "code,name\nA,Aland\nB,Borduria\n",
    "sectors": "code,name,tradable,theta,theta_LOW\n1,Goods,1,5,2\n2,Services,0,4,1.5\n",
    "trade": """
    sector,exporter,importer,value
    1,A,A,100
    1,A,B,20
    1,B,A,25
    1,B,B,80
    2,A,A,200
    2,B,B,150

    """,
    "tariffs": "sector,exporter,importer,rate\n1,A,B,0.1\n1,B,A,0.05\n",
    "io": """
    country,input_sector,using_sector,share
    A,1,1,0.6
    A,2,1,0.4
    A,1,2,0.3
    A,2,2,0.7
    B,1,1,0.5
    B,2,1,0.5
    B,1,2,0.2
    B,2,2,0.8

    """,
    "value_added":
      "country,sector,share\nA,1,0.5\nA,2,0.6\nB,1,0.4\nB,2,0.7\n",
  ]

  func base() throws -> WorldBase {
    try BaseReader.draft(
      BaseFiles { name in files[name].map { (name + ".csv", Array($0.utf8)) } }
    ).balanced()
  }

  /// What is said when a file is changed.
  func told(_ file: String, _ from: String, _ to: String) -> String {
    var copy = self
    copy.files[file] = copy.files[file]?.replacing(from, with: to)
    return copy.told()
  }

  func told() -> String {
    do {
      _ = try base()
      return "nothing"
    } catch {
      return "\(error)"
    }
  }
}
