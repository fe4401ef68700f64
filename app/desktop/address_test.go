package desktop

import (
	"strings"
	"testing"
)

func TestOnlyABusOfThisMachineIsLookedFor(t *testing.T) {
	const own = "unix:path=/run/user/7/bus"
	for _, c := range []struct{ named, runtime, want string }{
		{"", "", ""},
		{"", "relative", ""},
		{"", "/run/user/7", own},
		{"", "/tmp/a b", "unix:path=/tmp/a%20b/bus"},
		{"autolaunch:", "/run/user/7", own},
		{"unix:path=/tmp/x,guid=12", "/run/user/7", "unix:path=/tmp/x,guid=12"},
		{"unix:abstract=/tmp/x", "", "unix:abstract=/tmp/x"},
		{"unix:path=/a%20b", "", "unix:path=/a%20b"},
		{"unix:path=/a%2", "", ""},
		{"unix:path=a", "", ""},
		{"unix:path=", "/run/user/7", own},
		{"unix:path=/a,abstract=b", "", ""},
		{"unix:tmpdir=/tmp", "", ""},
		{"unix:runtime=yes", "/run/user/7", own},
		{"unix:runtime=yes", "", ""},
		{"tcp:host=localhost,port=4", "/run/user/7", own},
		{"nonce-tcp:host=a,port=4,noncefile=/a", "", ""},
		{"unixexec:path=/bin/sh", "", ""},
		{"tcp:host=a,port=1;unix:path=/b;unix:abstract=c", "/run/user/7", "unix:path=/b;unix:abstract=c"},
	} {
		if got := LocalBus(c.named, c.runtime); got != c.want {
			t.Errorf("LocalBus(%q, %q) = %q, want %q", c.named, c.runtime, got, c.want)
		}
	}
}

func FuzzLocalBus(f *testing.F) {
	f.Add("unix:path=/a;tcp:host=b", "/run")
	f.Add("unix:path=%", "/a;tcp:b")
	f.Fuzz(func(t *testing.T, named, runtime string) {
		if strings.ContainsRune(runtime, 0) {
			t.Skip("no variable holds that")
		}
		address := LocalBus(named, runtime)
		for one := range strings.SplitSeq(address, ";") {
			if keys, is := strings.CutPrefix(one, "unix:"); address != "" && (!is || !isSocket(keys)) {
				t.Fatalf("LocalBus(%q, %q) names %q, which is no socket of this machine", named, runtime, one)
			}
		}
	})
}
