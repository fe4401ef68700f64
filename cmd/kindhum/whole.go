package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kindhum/app/choice"
)

// whole is the value of a flag that is a whole number from 0 to most, read in plain decimals; pflag's own would take
// Go's ways to write one, in which 010 is eight.
type whole[T int | uint64] struct {
	to   *T
	most uint64
}

var _, _ pflag.Value = whole[int]{}, whole[uint64]{}

// wholeVar adds a flag of that kind to a command.
func wholeVar(c *cobra.Command, to *int, name string, usual, most int) {
	*to = usual
	c.Flags().Var(whole[int]{to, uint64(most)}, name, "0 to "+strconv.Itoa(most))
}

// Set implements pflag.Value.
func (w whole[T]) Set(s string) error {
	n, err := choice.ParseWhole(s, 0, w.most)
	if err == nil {
		*w.to = T(n)
	}
	return err
}

// String implements pflag.Value. pflag asks a zero value too.
func (w whole[T]) String() string {
	if w.to == nil {
		return "0"
	}
	return fmt.Sprint(*w.to)
}

// Type implements pflag.Value. Help calls uint64 uint; the manual knows it by its own name.
func (whole[T]) Type() string { return fmt.Sprintf("%T", *new(T)) }
