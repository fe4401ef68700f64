package window

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAHomeThatIsNewIsMade(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("XDG_CACHE_HOME", filepath.Join(home, "deep", "cache"))
	makeHome()
	if info, err := os.Stat(filepath.Join(home, "deep", "cache")); err != nil || !info.IsDir() {
		t.Errorf("no folder for caches: %v", err)
	}
	file := filepath.Join(home, "config", "fyne", ID, "preferences.json")
	if text, err := os.ReadFile(file); err != nil || string(text) != "{}\n" {
		t.Errorf("Fyne reads %q, %v", text, err)
	}
	if left, err := os.ReadDir(filepath.Dir(file)); err != nil || len(left) != 1 {
		t.Errorf("beside it there is %v, %v", left, err)
	}
	if err := os.WriteFile(file, []byte("dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	makeHome()
	if text, err := os.ReadFile(file); err != nil || string(text) != "dear" {
		t.Errorf("what was there became %q, %v", text, err)
	}
}
