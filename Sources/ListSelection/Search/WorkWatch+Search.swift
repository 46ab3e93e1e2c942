import LongWork

extension WorkWatch {
  /// - Throws: ``SelectionError/stopped``.
  func checkSearch() throws(SelectionError) {
    do throws(WorkStopped) {
      try check()
    } catch {
      throw .stopped
    }
  }
}
