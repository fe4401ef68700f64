package export

import (
	"path/filepath"
	"testing"
)

func BenchmarkRender(b *testing.B) {
	s := spec(30)
	frames, _ := s.Frames()
	for _, kind := range []string{"wav", "flac"} {
		b.Run(kind, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "a."+kind)
			b.ReportAllocs()
			for b.Loop() {
				if err := Render(b.Context(), s, path, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*float64(frames)/48000/b.Elapsed().Seconds(), "x-realtime")
		})
	}
}
