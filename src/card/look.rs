//! A card as SVG, but for its photo: grounds, drawings, and the words in their box.

use std::fmt::Write as _;

use super::font::{Weight, printable};
use super::layout::{Block, fit};
use super::recipe::{Card, Format, Look};

/// A part of a card, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

const fn area(x: f32, y: f32, width: f32, height: f32) -> Area {
    Area { x, y, width, height }
}

/// Paper, ink and the quieter ink of the storefront.
pub(super) const PAPER: &str = "#fffdf9";
const INK: &str = "#241d16";
const MUTED: &str = "#685c4d";
const LINE: &str = "#e5dac9";

/// Height of the awning, and width of one of its stripes.
const AWNING_PX: f32 = 76.0;
const STRIPE_PX: f32 = 60.0;

/// Where the photo lies. In a square it reaches below what is seen of it.
pub(super) fn photo_area(card: &Card) -> Area {
    match (card.format, &card.look) {
        (Format::Share, Look::Stall { .. }) => area(0.0, 0.0, 600.0, 630.0),
        (Format::Share, Look::Zine { .. }) => area(600.0, 0.0, 600.0, 630.0),
        (Format::Story, _) => area(0.0, 0.0, 1_080.0, 1_080.0),
        (Format::Square, _) => area(0.0, -240.0, 1_080.0, 1_080.0),
    }
}

/// Lower edge of the photo where words stand below it.
fn photo_end(card: &Card) -> Option<f32> {
    match card.format {
        Format::Share => None,
        Format::Story => Some(1_080.0),
        Format::Square => Some(590.0),
    }
}

/// Where words may stand. Phones lay their own buttons over the first and last 250 pixels of a story.
fn text_area(card: &Card) -> Area {
    match (card.format, &card.look, card.photo.is_some()) {
        (Format::Share, Look::Stall { .. }, true) => area(648.0, 112.0, 500.0, 470.0),
        (Format::Share, Look::Stall { .. }, false) => area(80.0, 128.0, 780.0, 450.0),
        (Format::Share, Look::Zine { .. }, true) => area(60.0, 56.0, 492.0, 528.0),
        (Format::Share, Look::Zine { .. }, false) => area(72.0, 60.0, 640.0, 520.0),
        (Format::Story, _, true) => area(80.0, 1_150.0, 920.0, 520.0),
        (Format::Story, _, false) => area(80.0, 270.0, 920.0, 960.0),
        (Format::Square, _, true) => area(72.0, 636.0, 936.0, 390.0),
        (Format::Square, _, false) => area(80.0, 96.0, 920.0, 620.0),
    }
}

/// Sizes that a title may have, largest first.
fn title_sizes(card: &Card) -> &'static [f32] {
    match (card.format, &card.look, card.photo.is_some()) {
        (Format::Share, Look::Stall { .. }, true) => &[70.0, 60.0, 52.0, 46.0, 40.0, 36.0],
        (Format::Share, Look::Stall { .. }, false) => &[84.0, 72.0, 62.0, 54.0, 46.0],
        (Format::Share, Look::Zine { .. }, true) => &[72.0, 64.0, 56.0, 48.0, 42.0],
        (Format::Share, Look::Zine { .. }, false) => &[96.0, 84.0, 72.0, 62.0, 54.0],
        (Format::Story, _, true) => &[124.0, 108.0, 94.0, 82.0, 70.0, 60.0, 52.0, 45.0],
        (Format::Story, _, false) => &[168.0, 144.0, 124.0, 106.0, 90.0, 76.0],
        (Format::Square, _, true) => &[92.0, 80.0, 70.0, 60.0, 52.0, 46.0, 40.0, 35.0],
        (Format::Square, _, false) => &[132.0, 114.0, 98.0, 84.0, 72.0, 62.0],
    }
}

/// How much larger the small words are than in a preview.
fn scale(card: &Card) -> f32 {
    match card.format {
        Format::Share => 1.0,
        Format::Story => 1.5,
        Format::Square => 1.3,
    }
}

/// Everything but the photo, which lies below it.
pub(super) fn svg(card: &Card) -> String {
    let (width, height) = (card.format.width_px(), card.format.height_px());
    let mut svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">");
    match &card.look {
        Look::Stall { brand, brand_ink } => {
            stall(card, brand, &mut svg);
            words(card, [MUTED, INK, brand_ink, MUTED], &mut svg);
        }
        Look::Zine { flat, deep } => {
            zine(card, flat, deep, &mut svg);
            words(card, [deep; 4], &mut svg);
        }
    }
    svg.push_str("</svg>");
    svg
}

/// Writing to a String cannot fail.
macro_rules! put {
    ($svg:expr, $($part:tt)*) => { let _ = write!($svg, $($part)*); };
}

/// An awning along the top; without a photo a whole stall beside the words.
fn stall(card: &Card, brand: &str, svg: &mut String) {
    let width = card.format.width_px();
    #[expect(clippy::cast_precision_loss, reason = "sides of a few hundred pixels are exact")]
    let right = width as f32;
    if card.photo.is_none() {
        put!(
            svg,
            "<g transform=\"translate(900 262) scale(5)\"><path d=\"M4 15h32v21H4z\" fill=\"{INK}\"/>\
             <path d=\"M8 20h24v9H8z\" fill=\"{PAPER}\"/>"
        );
        for stripe in 0..5 {
            let fill = if stripe % 2 == 0 { brand } else { LINE };
            put!(svg, "<path d=\"M{} 0h8v14a4 4 0 0 1-8 0z\" fill=\"{fill}\"/>", stripe * 8);
        }
        put!(svg, "<path d=\"M0 0h40v3H0z\" fill=\"{INK}\"/></g>");
    }
    let mut x = 0.0;
    let mut is_brand = true;
    let (straight, round) = (AWNING_PX - STRIPE_PX / 2.0, STRIPE_PX / 2.0);
    while x < right {
        let fill = if is_brand { brand } else { PAPER };
        put!(
            svg,
            "<path d=\"M{x} 0h{STRIPE_PX}v{straight}a{round} {round} 0 0 1-{STRIPE_PX} 0z\" fill=\"{fill}\" \
             stroke=\"{INK}\" stroke-opacity=\".14\" stroke-width=\"2\"/>"
        );
        x += STRIPE_PX;
        is_brand = !is_brand;
    }
}

/// Mega mendung, as on the pages for pupils: a cloud, its layers, its curls.
const CLOUD: &str = "M30 236c62 10 112-8 118-52a58 58 0 0 1 92-38a92 92 0 0 1 172-14a66 66 0 0 1 104 52c0 26 24 44 74 40c-44 \
                     18-78 34-104 66a50 50 0 0 1-84-4a78 78 0 0 1-134 10a52 52 0 0 1-92-14c-34 12-106-2-146-46z";
const CURLS: &str = "M240 146c14 42-8 78-44 74a24 24 0 1 1 26-34M412 132c-16 50 10 92 54 86a27 27 0 1 0-30-36M268 296c-4-44 \
                     34-74 74-58a34 34 0 1 1-46 30M402 286c4-22 22-36 46-32";

/// A cloud: alone beside or below the words, or small over the photo's edge.
fn zine(card: &Card, flat: &str, deep: &str, svg: &mut String) {
    let Area { x, y, height, .. } = photo_area(card);
    match (card.photo.is_some(), photo_end(card)) {
        (true, None) => {
            put!(svg, "<path d=\"M{x} {y}v{height}\" stroke=\"{deep}\" stroke-width=\"8\"/>");
        }
        (true, Some(end)) => {
            let bottom = card.format.height_px();
            put!(
                svg,
                "<path d=\"M0 {end}H1080V{bottom}H0z\" fill=\"{flat}\"/>\
                 <path d=\"M0 {end}H1080\" stroke=\"{deep}\" stroke-width=\"14\"/>"
            );
        }
        (false, _) => {}
    }
    let [left, top, size] = match (card.format, card.photo.is_some()) {
        (Format::Share, true) => [524.0, 452.0, 0.44],
        (Format::Share, false) => [730.0, 220.0, 0.9],
        (Format::Story, true) => [610.0, 836.0, 0.78],
        (Format::Story, false) => [150.0, 1_280.0, 1.7],
        (Format::Square, true) => [690.0, 404.0, 0.6],
        (Format::Square, false) => [560.0, 700.0, 1.0],
    };
    put!(svg, "<g transform=\"translate({left} {top}) scale({size})\" stroke-linejoin=\"round\">");
    for (index, stroke) in [96, 78, 62, 44, 30, 14, 4].into_iter().enumerate() {
        let colour = if index % 2 == 0 { deep } else { flat };
        put!(svg, "<path d=\"{CLOUD}\" fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"{stroke}\"/>");
    }
    put!(
        svg,
        "<path d=\"{CURLS}\" fill=\"none\" stroke=\"{flat}\" stroke-width=\"7\" stroke-linecap=\"round\"/></g>"
    );
}

/// Words from top to bottom: whose, what, price and detail in the middle, the place at the foot.
fn words(card: &Card, [above_fill, title_fill, price_fill, detail_fill]: [&str; 4], svg: &mut String) {
    let Area { x, y, width, height } = text_area(card);
    let is_zine = matches!(card.look, Look::Zine { .. });
    let scale = scale(card);
    let small = |text: &str, size: f32, lines: f32| {
        fit(&printable(text), Weight::Medium, width, size * 1.31 * lines, &[size])
    };
    let above_weight = if is_zine { Weight::Heavy } else { Weight::Medium };
    let sized = |text: &str, weight: Weight, width: f32, height: f32, sizes: [f32; 4]| {
        fit(&printable(text), weight, width, height * scale, &sizes.map(|size| size * scale))
    };
    let above = sized(&card.above, above_weight, width, 80.0, [30.0, 29.0, 28.0, 27.0]);
    // Beside a photo of the zine the cloud reaches into the foot of the column.
    let is_beside = is_zine && card.photo.is_some() && card.format == Format::Share;
    let foot_width = if is_beside { width - 60.0 } else { width };
    let foot = sized(&card.foot, Weight::Medium, foot_width, 70.0, [26.0, 25.0, 24.0, 23.0]);
    let price = sized(&card.price, Weight::Heavy, width, 70.0, [62.0, 54.0, 46.0, 38.0]);
    let detail_lines = match (card.format, card.photo.is_some(), card.price.is_empty()) {
        (Format::Story | Format::Square, false, true) => 7.0,
        (_, _, true) => 3.0,
        (_, _, false) => 2.0,
    };
    let detail = small(&card.detail, 28.0 * scale, detail_lines);
    let gap = |block: &Block, px: f32| if block.lines.is_empty() { 0.0 } else { px * scale };
    let fixed = [&above, &foot, &price, &detail].into_iter().map(Block::height_px).sum::<f32>();
    let gaps = gap(&above, 18.0) + gap(&foot, 18.0) + gap(&price, 22.0) + gap(&detail, 10.0);
    let room = (height - fixed - gaps).max(60.0);
    let title = fit(&printable(&card.title), Weight::Heavy, width, room, title_sizes(card));
    let rest = (room - title.height_px()).max(0.0);

    let mut top = y;
    put_block(&above, x, top, above_fill, svg);
    top += above.height_px() + gap(&above, 18.0) + rest * 0.4;
    put_block(&title, x, top, title_fill, svg);
    top += title.height_px() + gap(&price, 22.0);
    put_block(&price, x, top, price_fill, svg);
    top += price.height_px() + gap(&detail, 10.0);
    put_block(&detail, x, top, detail_fill, svg);
    put_block(&foot, x, y + height - foot.height_px(), detail_fill, svg);
}

/// Lines of text with their top at `top`.
fn put_block(block: &Block, x: f32, top: f32, fill: &str, svg: &mut String) {
    let (family, size) = (block.weight.family(), block.size_px);
    // A capital stands 0.745 of the size above its baseline; half of what is left is above it.
    let mut baseline = top + f32::midpoint(block.line_px(), size * 0.72);
    for line in &block.lines {
        put!(
            svg,
            "<text x=\"{x}\" y=\"{baseline:.1}\" font-family=\"{family}\" font-size=\"{size}\" fill=\"{fill}\">{}</text>",
            escape(line)
        );
        baseline += block.line_px();
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(escape("<script>&\u{a0}</script>"), "&lt;script&gt;&amp;\u{a0}&lt;/script&gt;");
    }
}
