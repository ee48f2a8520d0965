// A real registry with a private PostgreSQL, the demonstration, and somebody of each role. Tests of
// all workers share it: what one changes belongs to an account of its own (`claimant`).

import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import PostalMime from "postal-mime";

const root = resolve(import.meta.dirname, "../..");
const program = join(root, process.env.CARGO_TARGET_DIR ?? "target", "debug/claimant-registry");

/** Nobody guesses it. */
export const PASSWORD = "옥상에서 읽은 파란 책 7권";

/** Who is answered, again and again until there is an answer; the test's own time is the limit. */
export async function eventually(ask) {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export class Registry {
  /** Made out of what `start` handed to the workers. */
  constructor({ url, here, settings }) {
    Object.assign(this, { url, here, settings });
  }

  /** Starts one in a directory of its own: its data is nobody else's. */
  static async start() {
    const here = await mkdtemp(join(tmpdir(), "registry-browser-"));
    const { PATH } = process.env;
    const child = spawn(
      program,
      ["serve", "--private-postgres", "--demo", "--listen=127.0.0.1:0", "--metrics-listen=127.0.0.1:0"],
      {
        cwd: here,
        env: { PATH, LIMIT_FACTOR: "1000", XDG_STATE_HOME: here, LOG_FORMAT: "json" },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let failures = "";
    child.stderr.on("data", (text) => (failures = (failures + text).slice(-4000)));
    let url, settings;
    for await (const line of createInterface(child.stdout)) {
      url ??= line.match(/^listening on \S+ \((\S+)\)/)?.[1];
      settings ??= line.match(/^for other commands .* \. '(.*)'$/)?.[1];
      if (url && settings) break;
    }
    if (!settings) throw new Error(`the registry did not start: ${failures}`);
    child.stdout.resume();
    const stop = async () => {
      child.kill("SIGINT");
      await once(child, "exit");
      const data = dirname(dirname(settings));
      await rm(here, { recursive: true, force: true });
      await rm(data, { recursive: true, force: true });
      await rm(`${data}.log`, { force: true });
    };
    return { registry: new Registry({ url, here, settings }), stop };
  }

  /** A command of the program, on this registry; returns what it prints. */
  async command(...args) {
    const line = '. "$1"; shift; exec "$@"';
    const shell = ["-ec", line, "sh", this.settings, program, ...args];
    const { stdout } = await promisify(execFile)("sh", shell, { cwd: this.here });
    return stdout;
  }

  /** Address and password of the demonstration's claimant, paralegal, lawyer, auditor, administrator. */
  async person(role) {
    const file = join(dirname(this.settings), "demo-accounts.txt");
    const lines = (await readFile(file, "utf8")).split("\n").map((line) => line.split(/\s+/));
    const [, email, password] = lines.find(([is]) => is === role);
    return { email, password };
  }

  /** Somebody new who has registered by mail. */
  async claimant() {
    const email = `merchant-${randomUUID()}@example.com`;
    await this.post("accounts", { email });
    const { token } = await this.mail(email);
    await this.post("accounts/confirmations", { token, password: PASSWORD });
    return { email, password: PASSWORD };
  }

  /** A new member of the staff, assigned to the demonstration's case. */
  async staff(role) {
    const email = `${role}-${randomUUID()}@example.com`;
    const printed = await this.command(
      ...["account", "create", "--role", role, "--email", email, "--name", `시험 ${role}`],
    );
    if (role !== "administrator" && role !== "auditor") {
      await this.command("case", "assign", "kakao-2022", email);
    }
    return { email, password: printed.trim().split(/\s+/).at(-1) };
  }

  /** Posts to the API; returns what it answers. With the token of `session` as that person. */
  async post(path, body, token) {
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  /** A token of the API for that person. */
  async session({ email, password }) {
    const { token } = await this.post("sessions", { email, password });
    return token;
  }

  /**
   * Waits for the newest mail to that address and takes it away: its subject and text, the first
   * link in it, and what is typed from it: six digits (`code`), or a long token.
   */
  async mail(to) {
    const folder = join(this.here, "mail");
    const found = await eventually(async () => {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((name) => name.endsWith(".eml")).sort().reverse()) {
        const path = join(folder, name);
        const mail = await PostalMime.parse(await readFile(path));
        if (mail.to.some(({ address }) => address === to)) return { path, mail };
      }
    });
    await rm(found.path);
    const { subject, text, html } = found.mail;
    return {
      subject,
      text,
      html,
      link: text.match(/https?:\/\/\S+/)?.[0],
      code: text.match(/(?<!\d)\d{6}(?!\d)/)?.[0],
      token: text.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/)?.[0],
    };
  }
}
