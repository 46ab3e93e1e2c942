/// What answers: the version travels with each answer that is kept.
public enum EngineVersion {
  public static let text = "0.1.0"
}
