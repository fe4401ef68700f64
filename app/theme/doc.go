// Package theme is what Kindhum looks like, in figures: its colours, sizes, type and motion, each with one name and
// one place. Every screen takes them from here. It is pure: it knows of no window, no toolkit and no clock.
//
//	p := theme.Of(theme.Variant{Light: true})
//	theme.Contrast(p.Text, p.Ground) // 11.1
package theme
