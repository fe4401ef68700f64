package main

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"strings"

	"kindhum/app/choice"
	"kindhum/app/practice"
	"kindhum/app/shelf"
	"kindhum/app/store"
	"kindhum/assets"
)

// ownShelf is where the person's own practices stand: in a folder beside the database. Without a home there is none, and
// nothing can be put there.
func ownShelf() *shelf.Shelf {
	return shelf.New(filepath.Join(cmp.Or(store.Dir(), "/nonexistent"), "practices"))
}

// practices are the practices there are, and what was found of the person's own among them.
func practices() (*practice.Library, practice.Own, error) {
	library, err := practice.Load(assets.Practices())
	if err != nil {
		return nil, practice.Own{}, err
	}
	own := ownShelf().Read()
	return library.With(own.Practices()), own, nil
}

// find finds a practice by id or title, in a language, "" being the first one. Of one that cannot be read, the error
// says why.
func find(name, language string) (practice.Practice, error) {
	library, own, err := practices()
	if err != nil {
		return practice.Practice{}, err
	}
	p, err := library.In(language).Find(name)
	if err == nil {
		return p, nil
	}
	for _, trouble := range own.Troubles {
		file := strings.TrimSuffix(strings.ToLower(trouble.Name), ".toml")
		if strings.EqualFold(strings.TrimSpace(name), strings.TrimSpace(file)) {
			return p, trouble
		}
	}
	return p, err
}

// ownPatterns are the person's own patterns. Where they cannot be read there are none: what is built in is listed
// all the same.
func ownPatterns(ctx context.Context) (all []choice.OwnPattern) {
	err := withStore(io.Discard, func(s *store.Store) (err error) {
		all, err = s.Patterns(ctx)
		return err
	})
	if err != nil {
		return nil
	}
	return all
}
