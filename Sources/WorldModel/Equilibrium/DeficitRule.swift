/// What happens to a country's total deficit, by assumption.
///
/// The model is static and has no saving: it cannot find the total balance, only assume it.
public enum DeficitRule: String, CaseIterable, Sendable {
  /// Constant in units of the world's value added.
  case fixed
  /// None: the base is first solved without deficits, and the shock starts from there.
  case balanced
  /// A constant share of value added and tariff revenue, the world's residual removed by their shares.
  case proportional
}
