package desktop

import (
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

func TestAHomeIsFoundWithoutTheEnvironment(t *testing.T) {
	is, err := user.Current()
	if err != nil || !filepath.IsAbs(is.HomeDir) {
		t.Skip("the system knows no home of this user")
	}
	t.Cleanup(xdg.Reload)
	t.Setenv("XDG_CONFIG_HOME", "")
	for _, c := range []struct{ home, want string }{{"", is.HomeDir}, {"relative", is.HomeDir}, {"/elsewhere", "/elsewhere"}} {
		t.Setenv("HOME", c.home)
		xdg.Reload()
		KeepHome()
		if got := os.Getenv("HOME"); got != c.want {
			t.Errorf("HOME=%s becomes %s", c.home, got)
		}
		if got := autostartFile(); !strings.HasPrefix(got, c.want+"/.config/") {
			t.Errorf("HOME=%s: %s", c.home, got)
		}
	}
}
