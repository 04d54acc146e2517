"""The colours of charts: the Analysis Function's palette by what a mark stands for, in light and dark."""

LIGHT = {
    "total": "#3D3D3D",
    "deaths": "#12436D",
    "serious_harm": "#F46A25",
    "other": "#8A94A0",
    "children": "#28A197",
    "focus": "#12436D",
    "ramp_low": "#6BACE6",
    "ramp_high": "#2073BC",
    "context": "#BFBFBF",
    "others": "#E3E7EB",
    "signal": "#A285D1",
    "text": "#1B1F24",
    "muted": "#55606C",
    "grid": "#E4E8EC",
    "surface": "#FFFFFF",
}
# Lightened for 3:1 against the dark surface, in the same order and meaning.
DARK = {
    "total": "#D5DBE1",
    "deaths": "#6BACE6",
    "serious_harm": "#F79767",
    "other": "#8A94A0",
    "children": "#5CC4BB",
    "focus": "#6BACE6",
    "ramp_low": "#24507A",
    "ramp_high": "#3F86C6",
    "context": "#5B6672",
    "others": "#343C46",
    "signal": "#B59BE0",
    "text": "#E8ECF0",
    "muted": "#A3AEBA",
    "grid": "#2E363F",
    "surface": "#1C2128",
}
