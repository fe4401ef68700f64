package device

import (
	"strings"
	"testing"
)

func TestLocalPassesOverTheNetwork(t *testing.T) {
	const own = "unix:/run/user/7/pulse/native"
	for _, c := range []struct{ named, runtime, want string }{
		{"", "", own},
		{"", "/tmp/r", "unix:/tmp/r/pulse/native"},
		{"", "relative", own},
		{"", "/a tcp:b", own},
		{"unix:/a/b", "/tmp/r", "unix:/a/b"},
		{"/a/b", "", "/a/b"},
		{"{host}unix:/a/b", "", "{host}unix:/a/b"},
		{"{host}/a", "", "{host}/a"},
		{"tcp:example.org:4713", "", own},
		{"tcp4:127.0.0.1", "", own},
		{"tcp6:[::1]", "", own},
		{"localhost", "", own},
		{"{host}tcp:localhost", "", own},
		{"{host", "", own},
		{"unix:", "", own},
		{"unix:relative", "", own},
		{"tcp:a unix:/b  c /d", "", "unix:/b /d"},
	} {
		if got := Local(c.named, c.runtime, 7); got != c.want {
			t.Errorf("Local(%q, %q) = %q, want %q", c.named, c.runtime, got, c.want)
		}
	}
}

func FuzzLocal(f *testing.F) {
	f.Add("{a}unix:/x tcp:y", "/run")
	f.Add("{", "/a tcp:b")
	f.Fuzz(func(t *testing.T, named, runtime string) {
		got := Local(named, runtime, 1)
		if got == "" {
			t.Fatal("nothing, which a client takes for its own default")
		}
		for _, server := range strings.Fields(got) {
			if i := strings.IndexByte(server, '}'); server[0] == '{' && i > 0 {
				server = server[i+1:]
			}
			if !strings.HasPrefix(server, "/") && !strings.HasPrefix(server, "unix:/") {
				t.Fatalf("Local(%q) names %q, which is no path", named, server)
			}
		}
	})
}
