<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Charts</name>
    <message numerus="yes">
        <source>%Ln changeset(s) from %1 to %2; most on %3: %4.</source>
        <translation>
            <numerusform>%Ln changeset from %1 to %2; most on %3: %4.</numerusform>
            <numerusform>%Ln changesets from %1 to %2; most on %3: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) %1. Largest: %2.</source>
        <translation>
            <numerusform>%Ln changeset %1. Largest: %2.</numerusform>
            <numerusform>%Ln changesets %1. Largest: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln section(s) and group(s) of hardware</source>
        <translation>
            <numerusform>in %Ln section or group of hardware</numerusform>
            <numerusform>in %Ln sections and groups of hardware</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subsystem(s) of MAINTAINERS. Largest: %1.</source>
        <translation>
            <numerusform>%Ln subsystem of MAINTAINERS. Largest: %1.</numerusform>
            <numerusform>%Ln subsystems of MAINTAINERS. Largest: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s). Most: %1.</source>
        <translation>
            <numerusform>%Ln person. Most: %1.</numerusform>
            <numerusform>%Ln people. Most: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Addresses of %Ln domain(s). Most: %1.</source>
        <translation>
            <numerusform>Addresses of %Ln domain. Most: %1.</numerusform>
            <numerusform>Addresses of %Ln domains. Most: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) of whom the database has no changeset from before %1; %2.</source>
        <translation>
            <numerusform>%Ln person of whom the database has no changeset from before %1; %2.</numerusform>
            <numerusform>%Ln people of whom the database has no changeset from before %1; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) are theirs</source>
        <translation>
            <numerusform>%Ln changeset is theirs</numerusform>
            <numerusform>%Ln changesets are theirs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) added and %1 removed. Most: %2.</source>
        <translation>
            <numerusform>%Ln line added and %1 removed. Most: %2.</numerusform>
            <numerusform>%Ln lines added and %1 removed. Most: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln changeset(s)</source>
        <translation>
            <numerusform>%1: %Ln changeset</numerusform>
            <numerusform>%1: %Ln changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %3 removed by %Ln changeset(s)</source>
        <translation>
            <numerusform>%1: %2, %3 removed by %Ln changeset</numerusform>
            <numerusform>%1: %2, %3 removed by %Ln changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) added</source>
        <translation>
            <numerusform>%Ln line added</numerusform>
            <numerusform>%Ln lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln largest are drawn; the table lists all.</source>
        <translation>
            <numerusform>The largest (%Ln) is drawn; the table lists all.</numerusform>
            <numerusform>The %Ln largest are drawn; the table lists all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file change(s) that could not be read are left out.</source>
        <translation>
            <numerusform>%Ln file change that could not be read is left out.</numerusform>
            <numerusform>%Ln file changes that could not be read are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) named by Reviewed-by. Most: %1.</source>
        <translation>
            <numerusform>%Ln person named by Reviewed-by. Most: %1.</numerusform>
            <numerusform>%Ln people named by Reviewed-by. Most: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) named by Tested-by. Most: %1.</source>
        <translation>
            <numerusform>%Ln person named by Tested-by. Most: %1.</numerusform>
            <numerusform>%Ln people named by Tested-by. Most: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) named by Reported-by. Most: %1.</source>
        <translation>
            <numerusform>%Ln person named by Reported-by. Most: %1.</numerusform>
            <numerusform>%Ln people named by Reported-by. Most: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln employer(s), by %1; whom it does not know is not guessed. Most: %2.</source>
        <translation>
            <numerusform>%Ln employer, by %1; whom it does not know is not guessed. Most: %2.</numerusform>
            <numerusform>%Ln employers, by %1; whom it does not know is not guessed. Most: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%1: show the %Ln changeset(s) of %2</source>
        <translation>
            <numerusform>%1: show the %Ln changeset of %2</numerusform>
            <numerusform>%1: show the %Ln changesets of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Highlights</name>
    <message numerus="yes">
        <source>%Ln changeset(s), %1 %</source>
        <translation>
            <numerusform>%Ln changeset, %1 %</numerusform>
            <numerusform>%Ln changesets, %1 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LandingChart</name>
    <message numerus="yes">
        <source>everything: %Ln changeset(s), from %1 on</source>
        <translation>
            <numerusform>everything: %Ln changeset, from %1 on</numerusform>
            <numerusform>everything: %Ln changesets, from %1 on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln changeset(s)</source>
        <translation>
            <numerusform>%1: %2 of %Ln changeset</numerusform>
            <numerusform>%1: %2 of %Ln changesets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::AnnotationController</name>
    <message numerus="yes">
        <source>Sorted anew in %2 s: %Ln release(s). Your own choices stay.</source>
        <translation>
            <numerusform>Sorted anew in %2 s: %Ln release. Your own choices stay.</numerusform>
            <numerusform>Sorted anew in %2 s: %Ln releases. Your own choices stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import of %Ln choice(s)</source>
        <translation>
            <numerusform>import of %Ln choice</numerusform>
            <numerusform>import of %Ln choices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choice(s) written to %1.</source>
        <translation>
            <numerusform>%Ln choice written to %1.</numerusform>
            <numerusform>%Ln choices written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln commit(s)</source>
        <translation>
            <numerusform>%1, %Ln commit</numerusform>
            <numerusform>%1, %Ln commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put the %Ln selected commit(s) into:</source>
        <translation>
            <numerusform>Put the selected commit into:</numerusform>
            <numerusform>Put the %Ln selected commits into:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::AsOfSlider</name>
    <message numerus="yes">
        <source>%1: %Ln landed on this day</source>
        <translation>
            <numerusform>%1: %Ln landed on this day</numerusform>
            <numerusform>%1: %Ln landed on this day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::BreakdownList</name>
    <message numerus="yes">
        <source>None of the %Ln line(s) has these words.</source>
        <translation>
            <numerusform>The %Ln line does not have these words.</numerusform>
            <numerusform>None of the %Ln lines has these words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::BuildWords</name>
    <message numerus="yes">
        <source>%Ln more were imported since and are still to be asked.</source>
        <translation>
            <numerusform>%Ln more was imported since and is still to be asked.</numerusform>
            <numerusform>%Ln more were imported since and are still to be asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) of %1. Touching what %2 builds: %3 (built in %4, in modules %5, in headers alone %6); not touching it: %7; cannot be told: %8.</source>
        <translation>
            <numerusform>%Ln changeset of %1. Touching what %2 builds: %3 (built in %4, in modules %5, in headers alone %6); not touching it: %7; cannot be told: %8.</numerusform>
            <numerusform>%Ln changesets of %1. Touching what %2 builds: %3 (built in %4, in modules %5, in headers alone %6); not touching it: %7; cannot be told: %8.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ChangesetModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ChangesetPanel</name>
    <message numerus="yes">
        <source>&amp;Copy %Ln reference(s)</source>
        <translation>
            <numerusform>&amp;Copy %Ln reference</numerusform>
            <numerusform>&amp;Copy %Ln references</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::CommitPanel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::Coverage</name>
    <message numerus="yes">
        <source>%Ln commit(s) are cited.</source>
        <translation>
            <numerusform>%Ln commit is cited.</numerusform>
            <numerusform>%Ln commits are cited.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::DropHint</name>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ExportMenu</name>
    <message numerus="yes">
        <source>Copied %Ln line(s)</source>
        <translation>
            <numerusform>Copied %Ln line</numerusform>
            <numerusform>Copied %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::FiguresController</name>
    <message numerus="yes">
        <source>Read %Ln line(s) of who worked for whom</source>
        <translation>
            <numerusform>Read %Ln line of who worked for whom</numerusform>
            <numerusform>Read %Ln lines of who worked for whom</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln cannot be read</source>
        <translation>
            <numerusform>; %Ln cannot be read</numerusform>
            <numerusform>; %Ln cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::FileTreeModel</name>
    <message numerus="yes">
        <source>%1: %Ln file(s)</source>
        <translation>
            <numerusform>%1: %Ln file</numerusform>
            <numerusform>%1: %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::FilesPage</name>
    <message numerus="yes">
        <source>The diff is long: these are its first %Ln line(s).</source>
        <translation>
            <numerusform>The diff is long: this is its first line (%Ln).</numerusform>
            <numerusform>The diff is long: these are its first %Ln lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::FollowController</name>
    <message numerus="yes">
        <source>%Ln changeset(s) came to %1 since your last look.</source>
        <translation>
            <numerusform>%Ln changeset came to %1 since your last look.</numerusform>
            <numerusform>%Ln changesets came to %1 since your last look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) are new no more</source>
        <translation>
            <numerusform>%Ln changeset is new no more</numerusform>
            <numerusform>%Ln changesets are new no more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::LinePanel</name>
    <message numerus="yes">
        <source>Looking for who wrote this line: %Ln commit(s) so far</source>
        <translation>
            <numerusform>Looking for who wrote this line: %Ln commit so far</numerusform>
            <numerusform>Looking for who wrote this line: %Ln commits so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) of %1 changed later what this one added to this file:</source>
        <translation>
            <numerusform>%Ln changeset of %1 changed later what this one added to this file:</numerusform>
            <numerusform>%Ln changesets of %1 changed later what this one added to this file:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s)</source>
        <translation>
            <numerusform>%Ln changeset</numerusform>
            <numerusform>%Ln changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln changeset(s)</source>
        <translation>
            <numerusform>%1 of %Ln changeset</numerusform>
            <numerusform>%1 of %Ln changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln reference(s)</source>
        <translation>
            <numerusform>Copied %Ln reference</numerusform>
            <numerusform>Copied %Ln references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) known here, of %1 in all</source>
        <translation>
            <numerusform>%Ln changeset known here, of %1 in all</numerusform>
            <numerusform>%Ln changesets known here, of %1 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln changeset(s) known here, of %2 in all</source>
        <translation>
            <numerusform>%1 of the %Ln changeset known here, of %2 in all</numerusform>
            <numerusform>%1 of the %Ln changesets known here, of %2 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::MarksDock</name>
    <message numerus="yes">
        <source>%Ln commit(s)</source>
        <translation>
            <numerusform>%Ln commit</numerusform>
            <numerusform>%Ln commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln commit(s)</source>
        <translation>
            <numerusform>%1 of %Ln commit</numerusform>
            <numerusform>%1 of %Ln commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::MentionsBar</name>
    <message numerus="yes">
        <source>Written about it, in %Ln place(s)</source>
        <translation>
            <numerusform>Written about it, in %Ln place</numerusform>
            <numerusform>Written about it, in %Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::MessageView</name>
    <message numerus="yes">
        <source>All of the message: %Ln letter(s)</source>
        <translation>
            <numerusform>All of the message: %Ln letter</numerusform>
            <numerusform>All of the message: %Ln letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::Messages</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln changeset(s) landed between %1 and %2, from %3 to %4.</source>
        <translation>
            <numerusform>%Ln changeset landed between %1 and %2, from %3 to %4.</numerusform>
            <numerusform>%Ln changesets landed between %1 and %2, from %3 to %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) landed between %1 and %2.</source>
        <translation>
            <numerusform>%Ln changeset landed between %1 and %2.</numerusform>
            <numerusform>%Ln changesets landed between %1 and %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They came through %Ln pull(s) into the mainline.</source>
        <translation>
            <numerusform>They came through %Ln pull into the mainline.</numerusform>
            <numerusform>They came through %Ln pulls into the mainline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other merge(s) were made in the maintainers&apos; trees.</source>
        <translation>
            <numerusform>%Ln other merge was made in the maintainers&apos; trees.</numerusform>
            <numerusform>%Ln other merges were made in the maintainers&apos; trees.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines were added and %2 removed, in %Ln change(s) of files.</source>
        <translation>
            <numerusform>%1 lines were added and %2 removed, in %Ln change of a file.</numerusform>
            <numerusform>%1 lines were added and %2 removed, in %Ln changes of files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) landed between %1 and %2, on %3.</source>
        <translation>
            <numerusform>%Ln changeset landed between %1 and %2, on %3.</numerusform>
            <numerusform>%Ln changesets landed between %1 and %2, on %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them could not be read and are left out of these lines.</source>
        <translation>
            <numerusform>%Ln of them could not be read and is left out of these lines.</numerusform>
            <numerusform>%Ln of them could not be read and are left out of these lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln changeset(s) of %1 here come with the program, of %2 in all: those that public records prove, with what changed at the edges of the release. All of a release is read from a clone of the kernel on this computer, in seconds: choose Import… above.</source>
        <translation>
            <numerusform>The %Ln changeset of %1 here comes with the program, of %2 in all: what public records prove, with what changed at the edges of the release. All of a release is read from a clone of the kernel on this computer, in seconds: choose Import… above.</numerusform>
            <numerusform>The %Ln changesets of %1 here come with the program, of %2 in all: those that public records prove, with what changed at the edges of the release. All of a release is read from a clone of the kernel on this computer, in seconds: choose Import… above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::OwnKernelController</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be understood, such as %1</source>
        <translation>
            <numerusform>%Ln file could not be understood: %1</numerusform>
            <numerusform>%Ln files could not be understood, such as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::OwnKernelDialog</name>
    <message numerus="yes">
        <source>%Ln new symbol(s) of %1 that it does not answer, with what make takes unasked:</source>
        <translation>
            <numerusform>%Ln new symbol of %1 that it does not answer, with what make takes unasked:</numerusform>
            <numerusform>%Ln new symbols of %1 that it does not answer, with what make takes unasked:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::PullsPage</name>
    <message numerus="yes">
        <source>%Ln pull(s)</source>
        <translation>
            <numerusform>%Ln pull</numerusform>
            <numerusform>%Ln pulls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>they brought %1 of %Ln changeset(s) of %2</source>
        <translation>
            <numerusform>they brought %1 of %Ln changeset of %2</numerusform>
            <numerusform>they brought %1 of %Ln changesets of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseChooser</name>
    <message numerus="yes">
        <source>%Ln release(s)</source>
        <translation>
            <numerusform>%Ln release</numerusform>
            <numerusform>%Ln releases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseFact</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseRemoval</name>
    <message numerus="yes">
        <source>Remove %1 with its %Ln changeset(s) from the database?</source>
        <translation>
            <numerusform>Remove %1 with its %Ln changeset from the database?</numerusform>
            <numerusform>Remove %1 with its %Ln changesets from the database?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::RenameBar</name>
    <message numerus="yes">
        <source>%Ln left out of this partial clone</source>
        <translation>
            <numerusform>%Ln left out of this partial clone</numerusform>
            <numerusform>%Ln left out of this partial clone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing from the clone</source>
        <translation>
            <numerusform>%Ln missing from the clone</numerusform>
            <numerusform>%Ln missing from the clone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged in the clone</source>
        <translation>
            <numerusform>%Ln damaged in the clone</numerusform>
            <numerusform>%Ln damaged in the clone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln too large</source>
        <translation>
            <numerusform>%Ln too large</numerusform>
            <numerusform>%Ln too large</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::StartController</name>
    <message numerus="yes">
        <source>%Ln folder(s) were looked at</source>
        <translation>
            <numerusform>%Ln folder was looked at</numerusform>
            <numerusform>%Ln folders were looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::Summary</name>
    <message numerus="yes">
        <source>%Ln changeset(s)</source>
        <translation>
            <numerusform>%Ln changeset</numerusform>
            <numerusform>%Ln changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merge(s)</source>
        <translation>
            <numerusform>%Ln merge</numerusform>
            <numerusform>%Ln merges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln of them pull(s)</source>
        <translation>
            <numerusform>, %Ln of them a pull</numerusform>
            <numerusform>, %Ln of them pulls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file change(s)</source>
        <translation>
            <numerusform>%Ln file change</numerusform>
            <numerusform>%Ln file changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pull(s)</source>
        <translation>
            <numerusform>%Ln pull</numerusform>
            <numerusform>%Ln pulls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> without %Ln file change(s) that could not be read</source>
        <translation>
            <numerusform> without %Ln file change that could not be read</numerusform>
            <numerusform> without %Ln file changes that could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) known here, of %1 in all</source>
        <translation>
            <numerusform>%Ln changeset known here, of %1 in all</numerusform>
            <numerusform>%Ln changesets known here, of %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::TablePanel</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
</TS>
