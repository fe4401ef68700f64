package window

import "fyne.io/fyne/v2"

// pathField is where a path is written: all of it is seen, in as many rows as the width asks for.
type pathField struct{ field }

// mostPath is how many letters a path has at most.
const mostPath = 4096

// newPathField is a field with a path. typed is called when it is another one, and enter by Return.
func newPathField(path string, typed func(), enter func(), other func(*fyne.KeyEvent)) *pathField {
	f := &pathField{}
	f.other, f.most, f.held, f.enter, f.self = other, mostPath, path, enter, f
	f.between(1, mostPathRows)
	f.ExtendBaseWidget(f)
	f.SetText(path)
	f.typed = func(string) { typed() }
	f.OnChanged = f.change
	return f
}
