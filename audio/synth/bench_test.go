package synth

import (
	"testing"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

func BenchmarkRender(b *testing.B) {
	hum := choice.DefaultSound()
	for _, c := range []struct {
		name  string
		sound choice.Sound
		line  breath.Timeline
	}{
		{"default/session", hum, breath.Timeline{Pattern: breath.Default}},
		{"default/tone", hum, tone528},
		{"hum132/session", full("hum", 132), breath.Timeline{Pattern: breath.Default}},
		{"reed/session", full("reed", 264), breath.Timeline{Pattern: breath.Default}},
		{"reed/tone", full("reed", 264), tone528},
		{"bowl/session", full("bowl", 132), breath.Timeline{Pattern: breath.Default}},
		{"bowl/tone", full("bowl", 132), tone528},
		{"pure/session", bare("pure", 528), breath.Timeline{Pattern: breath.Default}},
		{"pure/tone", bare("pure", 528), tone528},
	} {
		b.Run(c.name, func(b *testing.B) {
			e := New(c.sound, 1)
			e.Play(c.line, 0, 0)
			buf := make([]float32, 2*4800)
			b.ReportAllocs()
			for b.Loop() {
				e.Render(buf)
			}
			b.ReportMetric(float64(b.N)*0.1/b.Elapsed().Seconds(), "x-realtime")
		})
	}
}
