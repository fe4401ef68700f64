package app_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"kindhum/assets"
)

// asksFor are the functions that take the key of a sentence, and which argument it is.
var asksFor = map[string]int{"Text": 0, "Lines": 0, "Count": 0, "pill": 1, "openPage": 0, "item": 0}

// TestEverySentenceAskedForIsThere looks at the keys that stand in the source. That the other languages have
// the same ones is a test of the words.
func TestEverySentenceAskedForIsThere(t *testing.T) {
	words, err := assets.LoadWords("en")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, s := range sources(t) {
		if s.test() {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			key, asks, is := keyOf(n)
			if !is {
				return true
			}
			found++
			missing := words.Text(key) == key
			switch asks {
			case "Lines":
				missing = slices.Equal(words.Lines(key), []string{key})
			case "Count":
				missing = words.Count(key, 1) == "1 "+key
			}
			if missing {
				t.Errorf("%s:%d: there is no sentence %q", s.path, s.line(n.Pos()), key)
			}
			return true
		})
	}
	if found < 40 {
		t.Errorf("only %d keys were found", found)
	}
}

// keyOf is the key in a call of one of asksFor.
func keyOf(n ast.Node) (key, asks string, is bool) {
	call, is := n.(*ast.CallExpr)
	if !is {
		return "", "", false
	}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		asks = f.Sel.Name
	case *ast.Ident:
		asks = f.Name
	}
	at, is := asksFor[asks]
	if !is || at >= len(call.Args) {
		return "", "", false
	}
	literal, is := call.Args[at].(*ast.BasicLit)
	if !is || literal.Kind != token.STRING {
		return "", "", false
	}
	key, err := strconv.Unquote(literal.Value)
	return key, asks, err == nil
}
