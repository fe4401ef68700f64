package assets

import (
	"embed"
	"fmt"
)

//go:embed help/*.md
var helpFiles embed.FS

// Help is the page of help in a language such as "en", in the Markdown that app/help reads. The error
// says that there is none.
func Help(language string) (string, error) {
	data, err := helpFiles.ReadFile("help/" + language + ".md")
	if err != nil {
		return "", fmt.Errorf("help: there is none in %q", language)
	}
	return string(data), nil
}
