package main

import (
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindhum/app/choice"
	"kindhum/app/store"
)

// shelved puts files among the person's own practices.
func shelved(t *testing.T, files map[string]string) {
	t.Helper()
	dir := filepath.Join(store.Dir(), "practices")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOwnPracticesAreListedAndBadOnesNamed(t *testing.T) {
	alone(t)
	shelved(t, map[string]string{
		"evening.toml": "id = \"evening\"\ntitle = \"Evening\"\npattern = \"5-7\"\n[[step]]\nlines = [\"Be well.\", \"Hush.\"]\noff = [\"Hush.\"]\n",
		"hum.toml":     "id = \"hum-breath\"\ntitle = \"My hum\"\n",
		"broken.toml":  "id = \"broken\"\ntitle = \n",
		"binary.toml":  "\xff\x00",
	})
	for _, lang := range []string{"en", "de"} {
		code, out, complaints := called(t.Context(), "list", "practices", "--json", "--lang", lang)
		var all []practiceItem
		if err := json.Unmarshal([]byte(out), &all); err != nil || code != 0 {
			t.Fatalf("exit %d, %v, %s", code, err, out)
		}
		last := all[len(all)-1]
		if len(all) != 10 || all[0].Title != "My hum" || last.ID != "evening" || last.Pattern != "5-7" || len(last.Steps[0].Lines) != 1 {
			t.Errorf("%+v", all)
		}
		if strings.Count(complaints, "\n") != 2 || !strings.Contains(complaints, "kindhum: broken.toml, line 2: ") || !strings.Contains(complaints, "kindhum: binary.toml: the file is no text") {
			t.Errorf("it complains %q", complaints)
		}
	}
	if code, out, _ := called(t.Context(), "list", "practices"); code != 0 || strings.Count(out, "\n") != 10 {
		t.Errorf("exit %d, %s", code, out)
	}
}

func TestAnOwnPracticeIsRenderedAndABadOneSaysWhy(t *testing.T) {
	alone(t)
	shelved(t, map[string]string{
		"evening.toml":  "id = \"evening\"\ntitle = \"Evening\"\npattern = \"5-7\"\n",
		"broken.toml":   "id = \"broken\"\ntitle = \n",
		" spaced.toml":  "id = 7\n",
		"👩\u200d💻.toml": "id = 7\n",
	})
	out := filepath.Join(t.TempDir(), "a.wav")
	if code, _, complaints := called(t.Context(), "render", "evening", "--length", "20s", "--lead-in", "0", "--bells", "off", "--out", out); code != 0 || complaints != "" {
		t.Fatalf("exit %d, %s", code, complaints)
	}
	// Two breaths of 12 s and a tail of 2 s, 48 kHz, two channels of 24 bits.
	if file, err := os.ReadFile(out); err != nil || binary.LittleEndian.Uint32(file[40:]) != (24+2)*48000*6 {
		t.Errorf("%d bytes, %v", len(file), err)
	}
	for name, says := range map[string]string{
		"broken": "broken.toml, line 2", "Broken": "broken.toml", " spaced": `" spaced.toml", line 1`, "👩\u200d💻": ".toml\", line 1",
		"gone": "there is no practice",
	} {
		if code, _, complaints := called(t.Context(), "render", name, "--out", out); code != 2 || !strings.Contains(complaints, says) || strings.Count(complaints, "\n") != 1 {
			t.Errorf("%s: exit %d, %s", name, code, complaints)
		}
	}
}

func TestOwnPatternsAreListed(t *testing.T) {
	alone(t)
	s, err := store.Open("")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetPatterns(t.Context(), []choice.OwnPattern{{Name: "Evening", Pattern: "4.1-6"}, {Name: "Held", Pattern: "4-2-6-0"}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, out, _ := called(t.Context(), "list", "patterns", "--json")
	var all []patternItem
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatal(err)
	}
	own, held := all[len(all)-2], all[len(all)-1]
	if own.Title != "Evening" || own.Pattern != "4.1-6" || own.Caution != "" || held.Caution == "" || own.ID == held.ID {
		t.Errorf("%+v, %+v", own, held)
	}
}
