//! Somebody with a browser whose scripts are off: keeps cookies, follows where it is sent, fills in
//! the forms that a page shows.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use ureq::http::Request;

#[derive(Clone)]
pub struct Browser {
    url: String,
    agent: ureq::Agent,
    cookies: RefCell<BTreeMap<String, String>>,
    /// Sent with every request, beside the cookies.
    pub headers: Vec<(&'static str, String)>,
}

/// What a browser shows.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: u16,
    /// Path and query that it was found at, after every redirection.
    pub at: String,
    /// Headers in lower case.
    pub headers: BTreeMap<String, String>,
    pub html: String,
}

/// A form of a page, with what it holds already.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Browser {
    pub fn at(url: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        Self {
            url: url.into(),
            agent,
            cookies: RefCell::default(),
            headers: vec![
                ("accept", "text/html".into()),
                ("accept-language", "ko".into()),
                ("sec-fetch-site", "same-origin".into()),
            ],
        }
    }

    /// The same browser without one of its cookies.
    pub fn forget(&self, cookie: &str) {
        self.cookies.borrow_mut().remove(cookie);
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.into(), value.into());
    }

    /// Opens a page, and goes on where it leads.
    pub fn open(&self, path: &str) -> Page {
        self.follow(self.once("GET", path, String::new()))
    }

    /// Sends a form, and goes on where it leads.
    pub fn send(&self, form: &Form) -> Page {
        self.follow(self.post(form))
    }

    /// Sends a form and stays at what it was answered.
    pub fn post(&self, form: &Form) -> Page {
        let body = url_encoded(&form.fields);
        self.once("POST", &form.action, body)
    }

    fn follow(&self, mut page: Page) -> Page {
        for _ in 0..5 {
            let Some(to) = page.headers.get("location").cloned() else {
                return page;
            };
            assert_eq!(page.status, 303, "{} leads on by 303", page.at);
            page = self.once("GET", &to, String::new());
        }
        panic!("{} leads in a circle", page.at)
    }

    /// Sends a form with files in its field `file`, each a name and its contents, as a browser does
    /// that has no scripts.
    pub fn send_files(&self, form: &Form, files: &[(&str, &[u8])]) -> Page {
        const BOUNDARY: &str = "----a-boundary-nobody-types";
        let mut body = Vec::new();
        for (name, value) in &form.fields {
            let head = format!("Content-Disposition: form-data; name=\"{name}\"");
            body.extend(format!("--{BOUNDARY}\r\n{head}\r\n\r\n{value}\r\n").bytes());
        }
        for (name, contents) in files {
            let head =
                format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
            let kind = "Content-Type: text/plain";
            body.extend(format!("--{BOUNDARY}\r\n{head}\r\n{kind}\r\n\r\n").bytes());
            body.extend(*contents);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.follow(self.request("POST", &form.action, &kind, body))
    }

    /// One request.
    pub fn once(&self, method: &str, path: &str, body: String) -> Page {
        let kind = "application/x-www-form-urlencoded";
        self.request(method, path, kind, body.into_bytes())
    }

    fn request(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Page {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let cookies: Vec<String> = self
            .cookies
            .borrow()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        if method == "POST" {
            request = request.header("content-type", kind);
        }
        let request = request.body(body).expect("a request");
        let mut answer = self.agent.run(request).expect("an answer");
        for set in answer.headers().get_all("set-cookie") {
            let set = set.to_str().expect("cookies are ASCII");
            let pair = set.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie has a value");
            if set.contains("Max-Age=0") {
                self.forget(name);
            } else {
                self.set_cookie(name, value);
            }
        }
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or("").to_string()));
        let headers = headers.collect();
        let html = answer.body_mut().read_to_string().expect("a page is text");
        assert!(
            !html.contains("Unknown localization"),
            "{path} says something for which there are no words: {html}"
        );
        for field in faulty(&html) {
            let there = html.contains(&format!(" id=\"{field}\""));
            assert!(
                there,
                "{path}: an error leads to {field}, which is not there: {html}"
            );
        }
        Page {
            status: answer.status().as_u16(),
            at: path.into(),
            headers,
            html,
        }
    }

    /// Signs in, as the pages have it.
    pub fn sign_in(&self, email: &str, password: &str) -> Page {
        let page = self.open("/sign-in");
        self.send(
            &page
                .form("/sign-in")
                .with("email", email)
                .with("password", password),
        )
    }
}

impl Page {
    /// Demands that status.
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.at, self.html);
        self
    }

    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.html.contains(words),
            "{} says no {words:?}: {}",
            self.at,
            self.html
        );
        self
    }

    pub fn says_not(&self, words: &str) -> &Self {
        assert!(
            !self.html.contains(words),
            "{} says {words:?}: {}",
            self.at,
            self.html
        );
        self
    }

    /// The form that goes there.
    pub fn form(&self, action: &str) -> Form {
        let found = self.forms().into_iter().find(|form| form.action == action);
        found.unwrap_or_else(|| panic!("{} has no form to {action}: {}", self.at, self.html))
    }

    /// The only form in the page's main part.
    pub fn only_form(&self) -> Form {
        let mut forms = self.forms();
        forms.retain(|form| form.action != "/sign-out");
        assert_eq!(forms.len(), 1, "{}: {}", self.at, self.html);
        forms.remove(0)
    }

    /// Every form that is sent; that of a dialog only closes it.
    pub fn forms(&self) -> Vec<Form> {
        let pieces = self.html.split("<form ").skip(1);
        let sent = |piece: &&str| !piece.starts_with("method=\"dialog\"");
        pieces
            .filter(sent)
            .map(|piece| {
                let (open, rest) = piece.split_once('>').expect("a form");
                let inside = rest.split("</form>").next().unwrap_or_default();
                Form {
                    action: attribute(open, "action").expect("a form goes somewhere"),
                    fields: fields(inside),
                }
            })
            .collect()
    }
}

impl Form {
    /// The form with that field filled in, instead of what stood there.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.into(), value.into()));
        self
    }

    /// The form with one more choice of that field.
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.into(), value.into()));
        self
    }

    pub fn value(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|(field, _)| field == name);
        field.map_or("", |(_, value)| value)
    }
}

/// The ids to which the errors of a page lead.
fn faulty(html: &str) -> impl Iterator<Item = &str> {
    let summary = html.split_once("govuk-error-summary__list");
    let summary = summary.map_or("", |(_, rest)| {
        rest.split("</ul>").next().unwrap_or_default()
    });
    let links = summary.split("href=\"#").skip(1);
    links.filter_map(|link| link.split('"').next())
}

/// What a form would send as it stands.
fn fields(html: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for piece in html.split('<') {
        let open = piece.split('>').next().unwrap_or_default();
        let named = |tag: &str| {
            piece
                .starts_with(tag)
                .then(|| attribute(open, "name"))
                .flatten()
        };
        if let Some(name) = named("input ") {
            let kind = attribute(open, "type").unwrap_or_default();
            let chosen = open.contains(" checked");
            if !matches!(&*kind, "checkbox" | "radio" | "file" | "submit") || chosen {
                fields.push((name, attribute(open, "value").unwrap_or_default()));
            }
        } else if let Some(name) = named("textarea ") {
            fields.push((
                name,
                unescaped(piece.split_once('>').map_or("", |(_, text)| text)),
            ));
        } else if let Some(name) = named("select ") {
            fields.push((name, String::new()));
        } else if piece.starts_with("option ") && open.contains(" selected") {
            let value = attribute(open, "value").unwrap_or_default();
            fields.last_mut().expect("an option is in a select").1 = value;
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = format!(" {tag}");
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(unescaped)
}

fn unescaped(text: &str) -> String {
    let plain = text
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'");
    let plain = plain.replace("&#60;", "<").replace("&lt;", "<");
    let plain = plain.replace("&#62;", ">").replace("&gt;", ">");
    plain.replace("&#38;", "&").replace("&amp;", "&")
}

fn url_encoded(fields: &[(String, String)]) -> String {
    let mut text = url::form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(fields);
    text.finish()
}
