package main

import (
	"math"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kindhum/app/choice"
)

// whole is the value of a flag that is a whole number from 0 to most, read in plain decimals; pflag's own would take
// Go's ways to write one, in which 010 is eight.
type whole struct {
	to   *int
	most uint64
}

var _ pflag.Value = whole{}

// wholeVar adds a flag of that kind to a command.
func wholeVar(c *cobra.Command, to *int, name string, usual, most int) {
	*to = usual
	c.Flags().Var(whole{to, uint64(most)}, name, "0 to "+strconv.Itoa(most))
}

// Set implements pflag.Value.
func (w whole) Set(s string) error {
	n, err := choice.ParseWhole(s, 0, w.most)
	if err == nil {
		*w.to = int(n)
	}
	return err
}

// String implements pflag.Value. pflag asks a zero value too.
func (w whole) String() string {
	if w.to == nil {
		return "0"
	}
	return strconv.Itoa(*w.to)
}

// Type implements pflag.Value.
func (whole) Type() string { return "int" }

// seed is the value of a flag that is any whole number of 64 bits, read in plain decimals.
type seed struct{ to *uint64 }

var _ pflag.Value = seed{}

// Set implements pflag.Value.
func (s seed) Set(text string) error {
	n, err := choice.ParseWhole(text, 0, math.MaxUint64)
	if err == nil {
		*s.to = n
	}
	return err
}

// String implements pflag.Value.
func (s seed) String() string {
	if s.to == nil {
		return "0"
	}
	return strconv.FormatUint(*s.to, 10)
}

// Type implements pflag.Value. Help calls it uint, the manual knows it as uint64.
func (seed) Type() string { return "uint64" }
