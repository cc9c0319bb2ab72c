/* The files of the index, each fetched once. A file is refused that is missing, not whole, or
   of another build than those read before: its numbers would name other works. */
(function (global) {
  "use strict";
  var space = global.LibrarySearch = global.LibrarySearch || {};

  /* `reason` is "missing", "broken" or "stale". */
  function FileError(path, reason) {
    this.name = "FileError";
    this.path = path;
    this.reason = reason;
    this.message = path + ": " + reason;
  }
  FileError.prototype = Object.create(Error.prototype);

  /* `read(path, fresh)` promises a file's text; `fresh` passes over the browser's cache. */
  function Files(read) {
    this.read = read;
    this.kept = {};
    this.stamp = null;
  }

  Files.prototype.load = function (path) {
    var files = this;
    if (!files.kept[path]) {
      files.kept[path] = files.fetch(path, false).catch(function () { return files.fetch(path, true); });
      // A file that did not come may come when it is asked for again.
      files.kept[path].catch(function () { delete files.kept[path]; });
    }
    return files.kept[path];
  };

  Files.prototype.fetch = function (path, fresh) {
    var files = this;
    return files.read(path, fresh).then(function (text) {
      var content;
      try { content = JSON.parse(text); } catch (error) { throw new FileError(path, "broken"); }
      if (!content || typeof content.stamp !== "string") { throw new FileError(path, "broken"); }
      if (files.stamp && content.stamp !== files.stamp) { throw new FileError(path, "stale"); }
      files.stamp = content.stamp;
      return content;
    }, function () { throw new FileError(path, "missing"); });
  };

  /* Reads everything anew from now on. */
  Files.prototype.forget = function () {
    this.kept = {};
    this.stamp = null;
  };

  /* A page on a disk may fetch nothing, but may load scripts: there the index lies as scripts. */
  function fromScript(address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address + ".js";
      script.onload = function () { resolve(script.libraryText); };
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  function fromFolder(folder) {
    return new Files(function (path, fresh) {
      if (location.protocol === "file:") { return fromScript(folder + path); }
      return fetch(folder + path, { cache: fresh ? "reload" : "default" }).then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.text();
      });
    });
  }

  space.files = { Files: Files, FileError: FileError, fromFolder: fromFolder };
})(typeof window === "undefined" ? globalThis : window);
