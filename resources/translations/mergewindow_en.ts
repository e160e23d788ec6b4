<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>mw::ui::ChangesetPanel</name>
    <message numerus="yes">
        <source>&amp;Copy %n reference(s)</source>
        <translation>
            <numerusform>&amp;Copy the reference</numerusform>
            <numerusform>&amp;Copy %n references</numerusform>
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
    <name>mw::ui::ExportMenu</name>
    <message numerus="yes">
        <source>Copied %n line(s)</source>
        <translation>
            <numerusform>Copied %n line</numerusform>
            <numerusform>Copied %n lines</numerusform>
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
    <name>mw::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln entry(s)</source>
        <translation>
            <numerusform>%1 of %Ln entry</numerusform>
            <numerusform>%1 of %Ln entries</numerusform>
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
        <source>Copied %n reference(s)</source>
        <translation>
            <numerusform>Copied %n reference</numerusform>
            <numerusform>Copied %n references</numerusform>
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
        <source>The %Ln entry(s) of %1 here are a selection that comes with the program, a line about each. All of a release is read from a clone of the kernel on this computer, in seconds: choose Import… above.</source>
        <translation>
            <numerusform>The %Ln entry of %1 here is a selection that comes with the program, with a line about it. All of a release is read from a clone of the kernel on this computer, in seconds: choose Import… above.</numerusform>
            <numerusform>The %Ln entries of %1 here are a selection that comes with the program, a line about each. All of a release is read from a clone of the kernel on this computer, in seconds: choose Import… above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::PersonalController</name>
    <message numerus="yes">
        <source>Sorted anew in %2 s: %n release(s). Your own choices stay.</source>
        <translation>
            <numerusform>Sorted anew in %2 s: %n release. Your own choices stay.</numerusform>
            <numerusform>Sorted anew in %2 s: %n releases. Your own choices stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import of %n choice(s)</source>
        <translation>
            <numerusform>import of %n choice</numerusform>
            <numerusform>import of %n choices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s) written to %1.</source>
        <translation>
            <numerusform>%n choice written to %1.</numerusform>
            <numerusform>%n choices written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n commit(s)</source>
        <translation>
            <numerusform>%1, %n commit</numerusform>
            <numerusform>%1, %n commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put the %n selected commit(s) into:</source>
        <translation>
            <numerusform>Put the selected commit into:</numerusform>
            <numerusform>Put the %n selected commits into:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::PullsPage</name>
    <message numerus="yes">
        <source>%Ln pull(s) brought %1 of the %2 changesets of %3</source>
        <translation>
            <numerusform>%Ln pull brought %1 of the %2 changesets of %3</numerusform>
            <numerusform>%Ln pulls brought %1 of the %2 changesets of %3</numerusform>
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
</context>
</TS>
