// A file of the index that cannot be used.

export class FileError extends Error {
  /**
   * @param {string} path
   * @param {"missing" | "broken" | "stale"} reason
   */
  constructor(path, reason) {
    super(`${path}: ${reason}`);
    this.name = "FileError";
    this.reason = reason;
  }
}
