package practice_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"kindhum/app/breath"
	"kindhum/app/practice"
)

const written = "id = \"a-walk\"\ntitle = \"A walk\"\n[[step]]\nlines = [\"One.\", \"Two.\"]\n[[step]]\nlines = [\"Three.\"]\n"

// loaded is a library of one practice, and of files in German.
func loaded(german ...string) (*practice.Library, error) {
	files := fstest.MapFS{"1-a-walk.toml": {Data: []byte(written)}}
	for i, text := range german {
		files["de/"+string(rune('1'+i))+".toml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return practice.Load(files)
}

var german = strings.NewReplacer("A walk", "Ein Weg", "One", "Eins", "Two", "Zwei", "Three", "Drei").Replace(written)

func TestAPracticeIsFoundByItsTitleInAnyLanguage(t *testing.T) {
	l, err := loaded(german)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a-walk", "A WALK", "ein weg", " Ein Weg "} {
		for language, title := range map[string]string{"en": "A walk", "de": "Ein Weg", "": "A walk"} {
			if p, err := l.In(language).Find(name); err != nil || p.ID != "a-walk" || p.Title != title {
				t.Errorf("%q in %q: %+v, %v", name, language, p, err)
			}
		}
	}
	if l.In("de").In("en").All()[0].Title != "A walk" || l.In("de").All()[0].Title != "Ein Weg" || l.All()[0].Title != "A walk" {
		t.Error("a library changed its language")
	}
}

func TestWhatHasNoTranslationStaysAsItWasWritten(t *testing.T) {
	l, err := loaded()
	if err != nil || len(l.In("de").All()) != 1 || l.In("de").All()[0].Title != "A walk" {
		t.Errorf("%v, %v", l, err)
	}
}

func TestATranslationIsTheSamePractice(t *testing.T) {
	for says, text := range map[string]string{
		"no practice in the first": strings.Replace(german, "a-walk", "a-swim", 1),
		"1 lines in step 1, not 2": strings.Replace(german, ", \"Zwei.\"", "", 1),
		"3 steps, not 2":           german + "[[step]]\nlines = [\"Vier.\"]\n",
		"breathes otherwise":       "pattern = \"4-8\"\n" + german,
		"de/1.toml":                strings.Replace(german, "[\"Eins.\"", "[7", 1),
		"two practices \"a-walk\"": german + "\x00",
	} {
		all := []string{text}
		if strings.HasSuffix(text, "\x00") {
			all = []string{german, german}
		}
		if _, err := loaded(all...); err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "de") {
			t.Errorf("%v, want %q", err, says)
		}
	}
}

func TestAPlanChangesItsLanguageUnderWay(t *testing.T) {
	l, err := loaded(german)
	if err != nil {
		t.Fatal(err)
	}
	line := breath.Timeline{Pattern: breath.Default, Breaths: 6}
	plan := l.All()[0].Plan(line, practice.EveryBreath)
	translated := plan.In(l.In("de").All()[0])
	for at := time.Duration(0); at < time.Minute; at += time.Second {
		is, was := translated.At(at), plan.At(at)
		if is.From != was.From || is.To != was.To || (is.Text == "") != (was.Text == "") || (is.Text != "" && is.Text == was.Text) {
			t.Errorf("at %v %+v became %+v", at, was, is)
		}
	}
	other, err := practice.Parse([]byte("id = \"b\"\ntitle = \"B\"\n[[step]]\nlines = [\"Otherwise.\"]\n"))
	if err != nil || plan.In(other).At(0).Text != "One." || plan.In(practice.Practice{}).At(0).Text != "One." {
		t.Errorf("a plan took the words of another practice: %v", err)
	}
}
