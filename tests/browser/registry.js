// A real registry with a private PostgreSQL, the Kakao case, and somebody of each role. Tests of all
// workers share it: what one changes belongs to an account of its own (`claimant`, `staff`).

import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
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

const CASE = "kakao-2022";
const NAME = "김하늘";
/** Special powers as a claimant gives them: those that the case needs. */
const POWERS = {
  counterclaim: false,
  withdrawal: false,
  settlement: true,
  waiver: false,
  admission: false,
  leaving: false,
  appeal: false,
  appeal_withdrawal: false,
  sub_counsel: true,
};
/** What a claim says of a person of that name with a nail salon. */
const described = (name) => ({
  party: "person",
  businesses: [
    { name: "하늘네일", number: "123-45-67891", region: "seoul", industry: "nail-hair" },
  ],
  services: [{ service: "talk-channel", paid: true }],
  identity: {
    name,
    birth_date: "1980-05-05",
    phone: "010-1234-5678",
    address: "서울특별시 가상로 1",
  },
});

export class Registry {
  /**
   * Made out of what `start` handed to the workers. `people` has somebody of each role, by its
   * code, as address and password: none of their passwords or claims is changed.
   */
  constructor({ url, here, settings, people = {} }) {
    Object.assign(this, { url, here, settings, people });
  }

  /** Starts one with the case, its staff, a claimant who has submitted, and one who writes. */
  static async start() {
    const started = await Registry.launch();
    await started.registry.populate();
    return started;
  }

  /** Starts one with the demonstration. */
  static async demonstration() {
    const started = await Registry.launch("--demo");
    const accounts = join(dirname(started.registry.settings), "demo-accounts.txt");
    for (const line of (await readFile(accounts, "utf8")).trim().split("\n")) {
      const [role, email, password] = line.split(/ {2,}/);
      started.registry.people[role] = { email, password };
    }
    return started;
  }

  // in a directory of its own: its data is nobody else's
  static async launch(...options) {
    const here = await mkdtemp(join(tmpdir(), "registry-browser-"));
    const { PATH } = process.env;
    // a gateway to telephones that takes every message
    const gateway = createServer((request, answer) => {
      request.resume().on("end", () => answer.writeHead(204).end());
    });
    await once(gateway.listen(0, "127.0.0.1"), "listening");
    const hooks = {
      IDENTITY_PROVIDER_URL: "https://identity.example.com/start",
      IDENTITY_PROVIDER_SECRET: randomUUID(),
      PHONE_GATEWAY_URL: `http://127.0.0.1:${gateway.address().port}/send`,
      PHONE_GATEWAY_SECRET: randomUUID(),
    };
    const child = spawn(
      program,
      [
        "serve",
        "--private-postgres",
        "--listen=127.0.0.1:0",
        "--metrics-listen=127.0.0.1:0",
        ...options,
      ],
      {
        cwd: here,
        env: { PATH, LIMIT_FACTOR: "1000", XDG_STATE_HOME: here, LOG_FORMAT: "json", ...hooks },
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
      gateway.close();
      const data = dirname(dirname(settings));
      await rm(here, { recursive: true, force: true });
      await rm(data, { recursive: true, force: true });
      await rm(`${data}.log`, { force: true });
    };
    return { registry: new Registry({ url, here, settings }), stop };
  }

  async populate() {
    await this.command("case", "create", join(root, "src/demo/kakao.toml"));
    for (const role of ["paralegal", "lawyer", "auditor", "administrator"]) {
      this.people[role] = await this.staff(role);
    }
    this.people.claimant = await this.claimant();
    await this.submitted(this.people.claimant);
    await this.message();
    this.people.drafter = await this.claimant();
    await this.draft(this.people.drafter);
    await this.entered(this.people.paralegal);
  }

  // from the lawyer to whoever has submitted until now
  async message() {
    await this.api(`cases/${CASE}/messages`, await this.session(this.people.lawyer), {
      filter: { status: "submitted" },
      title: { ko: "자료를 더 받습니다", en: "More papers, please" },
      body: { ko: "매출 장부를 목록에 더해 주십시오.", en: "Please list your sales ledger." },
    });
  }

  /** A command of the program, on this registry; returns what it prints. */
  async command(...args) {
    const line = '. "$1"; shift; exec "$@"';
    const shell = ["-ec", line, "sh", this.settings, program, ...args];
    const { stdout } = await promisify(execFile)("sh", shell, { cwd: this.here });
    return stdout;
  }

  /** Runs a command as a page prints it, in that folder; returns what it says. */
  async paste(command, folder = this.here) {
    const env = { PATH: `${dirname(program)}:${process.env.PATH}` };
    const { stdout } = await promisify(execFile)("sh", ["-ec", command], { cwd: folder, env });
    return stdout;
  }

  /** Somebody new who has registered by mail. */
  async claimant() {
    const email = `merchant-${randomUUID()}@example.com`;
    await this.api("accounts", null, { email });
    const { token } = await this.mail(email, ({ token }) => token);
    await this.api("accounts/confirmations", null, { token, password: PASSWORD });
    return { email, password: PASSWORD };
  }

  /** A new member of the staff, assigned to the case. */
  async staff(role) {
    const email = `${role}-${randomUUID()}@example.com`;
    const named = ["--role", role, "--email", email, "--name", `시험 ${role}`];
    const printed = await this.command("account", "create", ...named);
    if (role !== "administrator" && role !== "auditor") {
      await this.command("case", "assign", CASE, email);
    }
    return { email, password: printed.trim().split(/\s+/).at(-1) };
  }

  /** Asks the API, with that token; returns what it answers, or the id of what it made. */
  async api(path, token, body) {
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && {
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
        }),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : { id: answer.headers.get("location")?.split("/").at(-1) };
  }

  /** A token of the API for that person. */
  async session({ email, password }) {
    const { token } = await this.api("sessions", null, { email, password });
    return token;
  }

  /** A draft of that claimant; returns its id. */
  async draft(person, name = NAME) {
    const token = await this.session(person);
    const { id } = await this.api(`cases/${CASE}/claims`, token, described(name));
    return id;
  }

  /** A draft that staff enter for somebody who called; returns its id. */
  async entered(staff) {
    const { id } = await this.api(`cases/${CASE}/staffed-claims`, await this.session(staff), {
      channel: "phone",
      received_on: "2022-11-20",
      claim: described(NAME),
    });
    return id;
  }

  /** A claim of that claimant with all that is needed, submitted; returns its id. */
  async submitted(person, name = NAME) {
    const claim = await this.draft(person, name);
    const token = await this.session(person);
    await this.api(`claims/${claim}/losses`, token, {
      kind: "sales",
      class: "special",
      method: "estimate",
      amount_krw: 1_200_000,
      from_on: "2022-10-15",
      until_on: "2022-10-19",
      note: "주말 예약을 받지 못했습니다",
      basis: "채널 소개에 예약제로 운영한다고 적었습니다",
    });
    for (const [n, kind] of ["service-use", "sales-loss"].entries()) {
      await this.api(`claims/${claim}/evidence`, token, {
        kind,
        file_name: `${kind}.txt`,
        media_type: "text/plain",
        size_bytes: 1000,
        sha256: `${n}`.repeat(64),
      });
    }
    for (const text of await this.api(`cases/${CASE}/consent-texts?language=ko`)) {
      await this.api(`claims/${claim}/consents`, token, {
        item: text.item,
        language: "ko",
        text_sha256: text.sha256,
        agreed: text.required,
        signed_name: name,
        ...(text.kind === "mandate" && { powers: POWERS }),
      });
    }
    await this.api(`claims/${claim}/submission`, token, null);
    return claim;
  }

  /**
   * Waits for the newest mail to that address (that `fits`, where there are several) and takes it
   * away: its subject and text, the first link in it, and what is typed from it: six digits
   * (`code`), or a long token.
   */
  async mail(to, fits = () => true) {
    const folder = join(this.here, "mail");
    return eventually(async () => {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((name) => name.endsWith(".eml")).sort().reverse()) {
        const written = await readFile(join(folder, name)).catch(ifGone);
        if (!written) continue;
        const mail = await PostalMime.parse(written);
        const said = told(mail);
        if (!mail.to.some(({ address }) => address === to) || !fits(said)) continue;
        await rm(join(folder, name));
        return said;
      }
    });
  }
}

/** Other workers take the mails of their people out of the same folder: one that was listed may be gone. */
const ifGone = (error) => {
  if (error.code !== "ENOENT") throw error;
};

const told = ({ subject, text, html }) => ({
  subject,
  text,
  html,
  link: text.match(/https?:\/\/\S+/)?.[0],
  code: text.match(/(?<!\d)\d{6}(?!\d)/)?.[0],
  token: text.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/)?.[0],
});
