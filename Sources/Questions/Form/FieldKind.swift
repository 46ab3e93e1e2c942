/// What the text of a parameter stands for.
public enum FieldKind: String, Sendable {
  case text, whole, share, flag, choice
}
