// Hands files one after the other to a worker that hashes them. Memory stays flat however many and
// however large they are: the worker reads a few megabytes at a time.

export class Reader {
  static CANCELLED = Symbol("cancelled");

  #worker = null;
  #waiting = [];
  #now = null;

  constructor(url) {
    this.url = url;
  }

  /** The SHA-256 of a file in hexadecimal; `progress` is told how many bytes were read. */
  read(file, progress) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, progress, resolve, reject });
      this.#next();
    });
  }

  cancel(file) {
    const waits = this.#waiting.findIndex((job) => job.file === file);
    if (waits >= 0) this.#waiting.splice(waits, 1)[0].reject(Reader.CANCELLED);
    else if (this.#now?.file === file) this.#end((job) => job.reject(Reader.CANCELLED), true);
  }

  #next() {
    if (this.#now || !this.#waiting.length) return;
    this.#now = this.#waiting.shift();
    this.#worker ??= this.#start();
    this.#now.progress(0);
    this.#worker.postMessage(this.#now.file);
  }

  #start() {
    const worker = new Worker(this.url, { type: "module" });
    worker.onmessage = ({ data }) => {
      if (data.done !== undefined) this.#now.progress(data.done);
      else if (data.hash) this.#end((job) => job.resolve(data.hash), false);
      else this.#end((job) => job.reject(data.failed), false);
    };
    worker.onerror = () => this.#end((job) => job.reject("worker"), true);
    return worker;
  }

  // a worker in the middle of a file is stopped with it
  #end(how, stop) {
    const job = this.#now;
    this.#now = null;
    if (stop) {
      this.#worker?.terminate();
      this.#worker = null;
    }
    if (job) how(job);
    this.#next();
  }
}
