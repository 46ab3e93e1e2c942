/// The colours of all charts, light and dark: told apart by blue, orange and lightness, without
/// telling red from green (after Okabe and Ito 2008).
///
/// Text has a contrast of at least 4.5 with its ground, and what is drawn, or its border, of at least 3
/// (WCAG 2.2, 1.4.3 and 1.4.11).
///
/// Every name begins with `k-`, since drawings stand inside of pages that have styles of their own.
package enum ChartStyle {
  /// How many colours for series there are.
  static let series = 8

  package static let text = """
    .k-page{fill:#ffffff}.k-ink{fill:#1b1f24}.k-soft{fill:#57606a}\
    .k-halo{paint-order:stroke;stroke:#ffffff;stroke-width:3px}.k-grid{stroke:#d0d7de}\
    .k-axis{stroke:#57606a}.k-band{fill:#f3f5f8}.k-rule{stroke:#1b1f24}\
    .k-ghost{fill:none;stroke:#57606a;stroke-dasharray:4 3}\
    .k-0{fill:#0b5cad}.k-1{fill:#d17a10}.k-2{fill:#7fc1ee}.k-3{fill:#8d55a5}\
    .k-4{fill:#e8c325}.k-5{fill:#4d5966}.k-6{fill:#dd9bbd}.k-7{fill:#b4bdc7}\
    .k-2,.k-4,.k-6,.k-7{stroke:#57606a;stroke-width:.75}\
    .k-edge{stroke:#ffffff}.k-line{fill:none;stroke:#0b5cad}.k-warn{stroke:#b54708}\
    .k-hot{fill:#b54708}.k-hollow{fill:#ffffff;stroke:#b54708}.k-on-ground{fill:#1b1f24}\
    .k-total{fill:none;stroke:#1b1f24}.k-open{fill:#ffffff;stroke:#1b1f24}\
    .k-told{fill:#ffffff;stroke:#0b5cad}\
    .k-range{fill:#7fc1ee;fill-opacity:.45}\
    .k-h0{fill:#e3edf7}.k-h1{fill:#b5d2ea}.k-h2{fill:#7fb0d9}.k-h3{fill:#2f6fb0}.k-h4{fill:#123f75}\
    .k-m3{fill:#9a4a06}.k-m2{fill:#e0872a}.k-m1{fill:#f8d5ab}.k-z{fill:#f3f5f8}\
    .k-p1{fill:#b5d2ea}.k-p2{fill:#4f8dc6}.k-p3{fill:#123f75}.k-coast{stroke:#57606a;stroke-width:.6}\
    .k-l0,.k-l1,.k-l2,.k-l3{fill:none;stroke:#0b5cad}.k-l1{stroke:#c06c06}\
    .k-l2{stroke:#4d5966}.k-l3{stroke:#8d55a5}\
    .k-hn{fill:#d5dae0}.k-on-light{fill:#1b1f24}.k-on-dark{fill:#ffffff}
    """
      + """
      @media (prefers-color-scheme:dark){\
      .k-page{fill:#0d1117}.k-ink{fill:#e6edf3}.k-soft{fill:#a3adb8}.k-halo{stroke:#0d1117}\
      .k-grid{stroke:#30363d}.k-axis{stroke:#a3adb8}.k-band{fill:#171d25}.k-rule{stroke:#e6edf3}\
      .k-ghost{stroke:#a3adb8}\
      .k-0{fill:#4c9aed}.k-1{fill:#f0a04b}.k-2{fill:#b3dcf7}.k-3{fill:#b98ad0}\
      .k-4{fill:#f2d869}.k-5{fill:#8a96a3}.k-6{fill:#efbdd6}.k-7{fill:#656f7a}\
      .k-2,.k-4,.k-6,.k-7{stroke:none}\
      .k-edge{stroke:#0d1117}.k-line{stroke:#79b8ff}.k-warn{stroke:#ff9a57}.k-hot{fill:#ff9a57}\
      .k-hollow{fill:#0d1117;stroke:#ff9a57}.k-on-ground{fill:#e6edf3}\
      .k-total{stroke:#e6edf3}.k-open{fill:#0d1117;stroke:#e6edf3}\
      .k-told{fill:#0d1117;stroke:#4c9aed}\
      .k-coast{stroke:#0d1117}.k-z{fill:#30363d}\
      .k-l0{stroke:#4c9aed}.k-l1{stroke:#f0a04b}.k-l2{stroke:#8a96a3}.k-l3{stroke:#b98ad0}\
      .k-range{fill:#4c9aed}}
      """
}
