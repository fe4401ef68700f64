package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// source is one parsed Go file.
type source struct {
	path string // under the project's folder
	file *ast.File
	set  *token.FileSet
}

func (s source) test() bool            { return strings.HasSuffix(s.path, "_test.go") }
func (s source) line(at token.Pos) int { return s.set.Position(at).Line }

// sources are all Go files of the project, for whatever system.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	for _, folder := range []string{"app", "assets", "audio", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
			if err == nil {
				all = append(all, source{strings.TrimPrefix(path, "../"), file, set})
			}
			return err
		})
		if err != nil {
			t.Fatalf("sources: %v", err)
		}
	}
	if len(all) < 50 {
		t.Fatalf("only %d files were found", len(all))
	}
	return all
}

const (
	fileLines     = 300
	functionLines = 60
	structFields  = 12
)

func TestNothingGrowsTooLarge(t *testing.T) {
	for _, s := range sources(t) {
		if lines := s.line(s.file.FileEnd); lines > fileLines {
			t.Errorf("%s has %d lines, over %d", s.path, lines, fileLines)
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if lines := s.line(n.End()) - s.line(n.Pos()) + 1; lines > functionLines {
					t.Errorf("%s: %s has %d lines, over %d", s.path, n.Name.Name, lines, functionLines)
				}
			case *ast.StructType:
				if n.Fields.NumFields() > structFields {
					t.Errorf("%s:%d: a struct has %d fields, over %d", s.path, s.line(n.Pos()), n.Fields.NumFields(), structFields)
				}
			}
			return true
		})
	}
}

// waits are what would make a test or a pure function depend on the time of day.
var waits = map[string]bool{
	"Now": true, "Since": true, "Until": true, "Sleep": true, "After": true, "AfterFunc": true,
	"Tick": true, "NewTicker": true, "NewTimer": true,
}

// pure are the packages that take time as an argument.
var pure = []string{"app/breath/", "app/choice/", "app/journal/", "app/practice/", "app/session/", "audio/measure/", "audio/synth/"}

func isPure(path string) bool {
	for _, folder := range pure {
		if strings.HasPrefix(path, folder) {
			return true
		}
	}
	return false
}

func TestPureInTheMiddle(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				name, ok := n.X.(*ast.Ident)
				switch {
				case !ok:
				case name.Name == "time" && n.Sel.Name == "Sleep" && s.test():
					t.Errorf("%s:%d: a test waits for time, not for an event", s.path, s.line(n.Pos()))
				case name.Name == "time" && waits[n.Sel.Name] && isPure(s.path) && !s.test():
					t.Errorf("%s:%d: time.%s in a package that takes time as an argument", s.path, s.line(n.Pos()), n.Sel.Name)
				case name.Name == "runtime" && n.Sel.Name == "GOOS":
					t.Errorf("%s:%d: what differs by platform goes into a file of its own", s.path, s.line(n.Pos()))
				}
			case *ast.GoStmt:
				if isPure(s.path) && !s.test() {
					t.Errorf("%s:%d: a goroutine in a pure package", s.path, s.line(n.Pos()))
				}
			}
			return true
		})
	}
}
