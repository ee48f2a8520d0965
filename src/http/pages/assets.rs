//! Styles, scripts and images, embedded by build.rs. A name changes with its contents, so that a
//! browser asks for each once.

use actix_web::http::header::{
    self, AcceptEncoding, ContentEncoding, Encoding, EntityTag, Header, IfNoneMatch,
};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::error::Error;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A worker has the policy of its own answer, and the one that hashes files is WebAssembly.
const HASHING_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

struct Asset {
    /// As pages call it: `main.css`.
    name: &'static str,
    /// Where it is served: `/assets/main-4f2a….css`.
    address: &'static str,
    plain: &'static [u8],
    br: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of the style, script or image of that name.
pub fn path(name: &str) -> &'static str {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    asset
        .expect("pages name what lies in web/style, web/script and web/image")
        .address
}

impl Asset {
    fn kind(&self) -> &'static str {
        match self.name.rsplit_once('.') {
            Some((_, "css")) => "text/css; charset=utf-8",
            Some((_, "js")) => "text/javascript; charset=utf-8",
            Some((_, "svg")) => "image/svg+xml",
            Some((_, "png")) => "image/png",
            _ => "application/octet-stream",
        }
    }

    /// The smallest form that the client takes.
    fn accepted(&self, by: &HttpRequest) -> (ContentEncoding, &'static [u8]) {
        let takes = |form| {
            let form = Encoding::Known(form);
            AcceptEncoding::parse(by)
                .is_ok_and(|by| by.negotiate([&form].into_iter()) == Some(form.clone()))
        };
        [
            (ContentEncoding::Brotli, self.br),
            (ContentEncoding::Gzip, self.gzip),
        ]
        .into_iter()
        .filter(|(form, _)| takes(*form))
        .find_map(|(form, bytes)| Some((form, bytes?)))
        .unwrap_or((ContentEncoding::Identity, self.plain))
    }
}

/// Whether the client has it already.
fn has(client: &HttpRequest, tag: &EntityTag) -> bool {
    IfNoneMatch::parse(client).is_ok_and(|known| match known {
        IfNoneMatch::Any => true,
        IfNoneMatch::Items(tags) => tags.iter().any(|known| known.weak_eq(tag)),
    })
}

/// `GET /assets/{file}`.
pub async fn file(request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, Error> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.address.strip_prefix("/assets/") == Some(name.as_str()))
        .ok_or(Error::NotFound)?;
    let (form, bytes) = asset.accepted(&request);
    let tag = EntityTag::new_strong(format!("{name}.{}", form.as_str()));
    let known = has(&request, &tag);
    let mut answer = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header(header::ETag(tag));
    if known {
        return Ok(answer.finish());
    }
    if asset.name == "hash.js" {
        answer.insert_header((header::CONTENT_SECURITY_POLICY, HASHING_POLICY));
    }
    if form != ContentEncoding::Identity {
        answer.insert_header((header::CONTENT_ENCODING, form.as_str()));
    }
    Ok(answer.content_type(asset.kind()).body(bytes))
}
