#!/usr/bin/perl
# Writes what src/ says to a person (base/message.h) as a source file that lupdate reads:
#     resources/translations/engine_texts.pl > engine_texts.cpp
# A pattern is the literal that a Message, or an error, is made of. The command line's own are left
# out: they are English.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Find qw(find);

my %patterns;
my $literal = qr/"(?:[^"\\]|\\.)*"/;
my $made = qr/\b(?:Message|\w*Error|Stopped|TooLarge|LeftOut|\w+Object)(?:\s+\w+)?/;
my $top = dirname(__FILE__) . "/../../src";
find({ no_chdir => 1, wanted => sub {
    return if !/\.(?:cpp|h)$/ || m{src/(?:cli|bundle)/};
    open(my $file, "<", $_) or die "$_: $!";
    local $/;
    my $text = <$file>;
    while ($text =~ /$made[({]\s*(?:(?:base::)?Advice::\w+,\s*)?((?:$literal\s*)+)[,)}]/g) {
        my $pattern = join("", map { substr($_, 1, -1) } $1 =~ /($literal)/g);
        $patterns{$pattern} = 1 if $pattern =~ /[A-Za-z]/;
    }
} }, $top);
# What the release that comes with the program remarks.
for my $table (glob("$top/../data/*.tsv")) {
    open(my $file, "<", $table) or die "$table: $!";
    while (<$file>) {
        $patterns{ s/(["\\])/\\$1/gr } = 1 for /^# remark: (.*)/;
    }
}
print "QT_TRANSLATE_NOOP(\"mw::engine\", \"$_\")\n" for sort keys %patterns;
