//! A chart of bars, drawn by the server: places along it in per cent, heights in pixels, so that
//! letters keep their size on a phone.

/// Pixels that the highest bar has.
const HEIGHT: i64 = 150;
/// Where the axis lies.
const AXIS: i64 = 170;
/// Where the first bar may begin and the last one ends, in hundredths of a per cent.
const LEFT: i64 = 800;
const RIGHT: i64 = 10_000;

pub struct Bar {
    pub label: String,
    /// Left edge, middle and width in per cent.
    pub x: String,
    pub middle: String,
    pub width: String,
    pub y: i64,
    pub height: i64,
    /// Whether its label is left out where there is no room.
    pub spare: bool,
}

pub struct Chart {
    pub bars: Vec<Bar>,
    pub most: i64,
    pub axis: i64,
}

fn per_cent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

impl Chart {
    /// A bar for each label.
    pub fn of(points: impl IntoIterator<Item = (String, i64)>) -> Self {
        let points: Vec<_> = points.into_iter().collect();
        let most = points.iter().map(|(_, value)| *value).max().unwrap_or(0);
        let count = i64::try_from(points.len()).unwrap_or(1).max(1);
        let slot = (RIGHT - LEFT) / count;
        let bar = |(i, (label, value)): (i64, (String, i64))| {
            // what is there is seen, however little of the most it is
            let height = value * HEIGHT / most.max(1) + i64::from(value > 0);
            Bar {
                label,
                x: per_cent(LEFT + i * slot + slot / 8),
                middle: per_cent(LEFT + i * slot + slot / 2),
                width: per_cent(slot * 3 / 4),
                y: AXIS - height,
                height,
                spare: (count - 1 - i) % 7 != 0,
            }
        };
        Self {
            bars: (0..).zip(points).map(bar).collect(),
            most,
            axis: AXIS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_lie_beside_each_other_within_the_chart() {
        let chart = Chart::of((0..31).map(|day| (day.to_string(), day)));
        assert_eq!((chart.bars.len(), chart.most), (31, 30));
        assert_eq!(chart.bars[0].height, 0);
        assert_eq!(chart.bars[1].x, "11.33%");
        assert!(
            chart
                .bars
                .iter()
                .all(|bar| bar.y + bar.height == AXIS && bar.y > 0)
        );
        assert!(Chart::of([]).bars.is_empty());
    }
}
