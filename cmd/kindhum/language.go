package main

import (
	"context"
	"io"
	"os"

	"kindhum/app/choice"
	"kindhum/app/store"
	"kindhum/assets"
)

// asked is the language that a flag asks for, "" for none.
func asked(flag string) (string, error) {
	if flag == "" {
		return "", nil
	}
	code, err := choice.ParseLanguage(flag, assets.Languages())
	return code, asUsage(err)
}

// systems is the language that the system asks for.
func systems() string {
	return choice.Language(assets.Languages(), choice.Locales(os.Getenv)...)
}

// spoken are the words of a language that was asked for, or else of the remembered one, or else of the system's.
func spoken(ctx context.Context, asked string) (assets.Words, error) {
	wanted := []string{asked}
	if asked == "" {
		err := withStore(io.Discard, func(s *store.Store) error {
			w, err := s.Window(ctx)
			wanted = append(wanted, w.Language)
			return err
		})
		if err != nil {
			wanted = nil // what is remembered cannot be read; the system can
		}
	}
	return assets.LoadWords(choice.Language(assets.Languages(), append(wanted, systems())...))
}
