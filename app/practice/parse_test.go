package practice_test

import (
	"strings"
	"testing"
	"time"

	"kindhum/app/practice"
)

func TestABadFileSaysWhatIsWrong(t *testing.T) {
	const good = "id = \"a\"\ntitle = \"A\"\n"
	for name, c := range map[string]struct{ data, says string }{
		"a wrong type":      {"id = 7", "line 1"},
		"no TOML":           {good + "steps steps", "line 3"},
		"an unknown word":   {good + "colour = \"red\"", "colour"},
		"a bad pattern":     {good + "pattern = \"4-7-8\"", "4-7-8-0"},
		"no id":             {"title = \"A\"", "id"},
		"no title":          {"id = \"a\"", "title"},
		"an empty step":     {good + "[[step]]\ntitle = \"x\"", "step 1"},
		"a binary":          {"\xff\xfe\x00", "UTF-8"},
		"a file of a giant": {strings.Repeat("#", practice.MaxFile+1), "larger"},
		"a title of lines":  {"id = \"a\"\ntitle = \"A\\nB\"", "short line"},
		"10,000 lines":      {good + "[[step]]\nlines = [" + strings.Repeat("\"x\",", 10_000) + "]", "more than"},
		"a very long line":  {good + "[[step]]\nlines = [\"" + strings.Repeat("x", 2001) + "\"]", "longer than"},
	} {
		_, err := practice.Parse([]byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
	}
}

func TestAPracticeMayHaveNoWords(t *testing.T) {
	p, err := practice.Parse([]byte("id = \"quiet\"\ntitle = \"Quiet\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	line, end := timeline(p, time.Minute)
	if lines := told(t, p.Plan(line, practice.EveryBreath), end); len(lines) > 0 {
		t.Errorf("and yet it says %+v", lines)
	}
}

func TestAnUnknownPracticeNamesThoseThereAre(t *testing.T) {
	_, err := library(t).Find("juggling")
	if err == nil || !strings.Contains(err.Error(), "hum-breath") {
		t.Error(err)
	}
	for _, name := range []string{"hum-breath", "HUM BREATH", " Hum breath "} {
		if p, err := library(t).Find(name); err != nil || p.ID != "hum-breath" {
			t.Errorf("%q: %v, %v", name, p.ID, err)
		}
	}
}
