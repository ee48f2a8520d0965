//! A text as a QR code (ISO/IEC 18004), drawn as one path.

use qrcode::{Color, QrCode};

/// Light modules that the standard wants around a code.
const MARGIN: usize = 4;

pub struct Qr {
    /// Modules of a side, with the margin.
    pub side: usize,
    /// The dark modules as the `d` of an SVG path, a module a unit.
    pub path: String,
}

impl Qr {
    /// Corrects errors of up to 15 per cent; `None` where the text does not fit into the largest
    /// code, which holds some 2,300 bytes.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::new(text).ok()?;
        let width = code.width();
        let colors = code.to_colors();
        let dark = colors.iter().enumerate();
        let dark = dark.filter(|(_, color)| **color == Color::Dark);
        let square = |(at, _)| format!("M{} {}h1v1h-1z", at % width + MARGIN, at / width + MARGIN);
        Some(Self {
            side: width + 2 * MARGIN,
            path: dark.map(square).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_finders_and_its_margin() {
        let qr = Qr::of("https://registry.example/verify/number#1").unwrap();
        // version 3: 29 modules
        assert_eq!(qr.side, 29 + 8);
        let dark = |x: usize, y: usize| qr.path.contains(&format!("M{x} {y}h1v1h-1z"));
        let finder = |x: usize, y: usize| {
            let edge = (0..7).all(|n| dark(x + n, y) && dark(x, y + n));
            edge && dark(x + 6, y + 6) && !dark(x + 1, y + 1)
        };
        for (x, y) in [(4, 4), (26, 4), (4, 26)] {
            assert!(finder(x, y), "{x} {y}");
        }
        assert!(!finder(26, 26), "the fourth corner has none");
        assert!(Qr::of(&"a".repeat(3000)).is_none());
    }
}
