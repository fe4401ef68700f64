package shelf

import (
	"os"
	"path/filepath"

	"kindhum/app/draft"
	"kindhum/app/practice"
)

// WriteFile writes a file that is whole or not there: beside its place first, and on the disk before it takes
// it. A link stays one, and leads to the new file. Only the person can read it.
func WriteFile(path string, data []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return draft.Replace(path, 0o600, draft.Bytes(data))
}

// Export writes a practice into another folder, for somebody else, under a name that nothing there has. It
// returns the path.
func Export(folder string, d practice.Draft) (string, error) {
	name, err := unused(folder, d.ID[:min(len(d.ID), 64)])
	if err != nil {
		return "", draft.Cause(err)
	}
	path := filepath.Join(folder, name)
	return path, draft.Cause(WriteFile(path, d.Encode()))
}

// ReadFile reads a file that a person was given. The error is a *practice.Fault; what is no ordinary file is not
// opened.
func ReadFile(path string) (practice.Draft, error) {
	return practice.ReadDraft(os.DirFS(filepath.Dir(path)), filepath.Base(path))
}
