//! What a browser says of itself, whoever sits before it: its cookies, and where it is.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use askama::Template;

use crate::db::Reader;
use crate::error::Error;
use crate::http::cookies;
use crate::http::pages::layout::Layout;
use crate::http::request::language;
use crate::http::state::App;
use crate::text::Language;

/// What a handler of a page answers.
pub type Shown = Result<HttpResponse, Error>;

/// Hexadecimal digits of the cookie that makes forms ours.
const FORM: usize = 32;

pub struct Browser {
    app: web::Data<App>,
    pub language: Language,
    /// Path and query, to come back to.
    pub at: String,
    /// The value of the cookie that makes forms ours.
    form: String,
    /// Whether it has that cookie already.
    known: bool,
    /// The name that the device got when somebody signed in.
    pub device: Option<String>,
    /// Whether it names a session. Whether that still counts, only the database says.
    pub signed_in: bool,
}

impl Browser {
    pub fn of(request: &HttpRequest) -> Result<Self, Error> {
        let app: &web::Data<App> = request
            .app_data()
            .ok_or_else(|| Error::internal("the application is not set up"))?;
        let names = &app.cookies;
        let form = cookies::read(request, &names.form).filter(|value| value.len() == FORM);
        let session = cookies::read(request, &names.session);
        Ok(Self {
            language: language(request),
            at: at(request),
            known: form.is_some(),
            form: form.unwrap_or_else(|| hex::encode(rand::random::<[u8; FORM / 2]>())),
            device: cookies::read(request, &names.device),
            signed_in: session.is_some_and(|token| app.tokens.read(&token).is_some()),
            app: app.clone(),
        })
    }

    /// What each of its forms carries: nobody else can make it.
    pub fn form_token(&self) -> String {
        hex::encode(self.app.db.vault().index("form", &self.form))
    }

    /// What surrounds a page that they see.
    pub fn layout(&self, reader: Option<Reader>) -> Layout {
        Layout {
            language: self.language,
            role: reader.map(|reader| reader.role),
            session: reader.map(|reader| reader.session),
            signed_in: reader.is_some() || self.signed_in,
            at: self.at.clone(),
            form_token: self.form_token(),
            once: hex::encode(rand::random::<[u8; 16]>()),
        }
    }

    /// Gives a page.
    pub fn show(&self, page: &impl Template) -> Shown {
        self.show_as(StatusCode::OK, page)
    }

    /// Gives a page with another status than 200.
    pub fn show_as(&self, status: StatusCode, page: &impl Template) -> Shown {
        self.fill(&mut HttpResponse::build(status), page)
    }

    /// Gives a page in an answer that was begun.
    pub fn fill(&self, answer: &mut HttpResponseBuilder, page: &impl Template) -> Shown {
        if !self.known {
            let names = &self.app.cookies;
            answer.cookie(names.brief(&names.form, self.form.clone()));
        }
        let body = page.render().map_err(Error::internal)?;
        Ok(self.html(answer, body.into()))
    }

    fn html(&self, answer: &mut HttpResponseBuilder, body: web::Bytes) -> HttpResponse {
        answer
            .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((header::CONTENT_LANGUAGE, self.language.as_str()))
            .body(body)
    }

    /// Gives a page without a form, which looks the same to every stranger: it is made once a second.
    pub async fn show_to_all<P: Template>(
        &self,
        make: impl Future<Output = Result<P, Error>>,
    ) -> Shown {
        if self.signed_in {
            return self.show(&make.await?);
        }
        let kept = &self.app.kept;
        let page = match kept.get(&self.at, self.language) {
            Some(page) => page,
            None => {
                let page = make.await?.render().map_err(Error::internal)?;
                let page = web::Bytes::from(page);
                kept.put(&self.at, self.language, page.clone());
                page
            }
        };
        Ok(self.html(&mut HttpResponse::Ok(), page))
    }
}

/// Path and query of a request.
pub fn at(request: &HttpRequest) -> String {
    let at = request.uri().path_and_query();
    at.map_or("/", |at| at.as_str()).into()
}

/// A path of this registry, or its front page: nobody is sent elsewhere by a link that was made for
/// them.
pub fn local(path: &str) -> &str {
    let within = path.starts_with('/') && !path.starts_with("//");
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if within && plain { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere() {
        for (path, goes) in [
            ("/claims/1?a=b", "/claims/1?a=b"),
            ("/", "/"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("evil", "/"),
            ("", "/"),
            ("/a\r\nb", "/"),
        ] {
            assert_eq!(local(path), goes, "{path:?}");
        }
    }
}
