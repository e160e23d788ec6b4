<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Merge Window</source>
        <translation>Über Merge Window</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
</context>
<context>
    <name>AnnotationEngine</name>
    <message>
        <source>Nothing was marked: what was chosen has no commit id by which it could be remembered, or is not in the database any more.</source>
        <translation>Nichts wurde markiert: Was gewählt war, hat keine Commit-Id, unter der es gemerkt werden könnte, oder ist nicht mehr in der Datenbank.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 holds no choices: a line is a commit id, a section and, for hardware, a subgroup, with tabs between them.</source>
        <translation>%1 enthält keine Einordnungen: Eine Zeile ist eine Commit-Id, ein Abschnitt und, bei Hardware, eine Untergruppe, mit Tabulatoren dazwischen.</translation>
    </message>
</context>
<context>
    <name>ChangesetPanel</name>
    <message>
        <source>Changesets</source>
        <translation>Changesets</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The lines of %1 are still being counted.</source>
        <translation>Die Zeilen von %1 werden noch gezählt.</translation>
    </message>
    <message>
        <source>%1 was imported without line counts. Import it again to have them.</source>
        <translation>%1 wurde ohne Zeilenzahlen importiert. Importieren Sie es neu, um sie zu haben.</translation>
    </message>
    <message>
        <source>The lines of %1 are not known.</source>
        <translation>Die Zeilen von %1 sind nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 with %2 (%3)</source>
        <translation>%1 mit %2 (%3)</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Woche ab</translation>
    </message>
    <message>
        <source>Month from</source>
        <translation>Monat ab</translation>
    </message>
    <message>
        <source>Lines added and removed per week</source>
        <translation>Hinzugefügte und entfernte Zeilen je Woche</translation>
    </message>
    <message>
        <source>Lines added and removed per month</source>
        <translation>Hinzugefügte und entfernte Zeilen je Monat</translation>
    </message>
    <message>
        <source>Changesets landed per week</source>
        <translation>Angekommene Changesets je Woche</translation>
    </message>
    <message>
        <source>Changesets landed per month</source>
        <translation>Angekommene Changesets je Monat</translation>
    </message>
    <message>
        <source>From %1 to %2; most on %3: %4 added, %5 removed.</source>
        <translation>Von %1 bis %2; am meisten am %3: %4 hinzugefügt, %5 entfernt.</translation>
    </message>
    <message>
        <source>The merge window ended with %1 on %2.</source>
        <translation>Das Merge-Fenster endete mit %1 am %2.</translation>
    </message>
    <message>
        <source>Who is there for the first time is not known: the database has nothing from before %1. Import the release before it to see it here.</source>
        <translation>Wer zum ersten Mal dabei ist, ist nicht bekannt: Die Datenbank hat nichts von vor %1. Importieren Sie das Release davor, um es hier zu sehen.</translation>
    </message>
    <message>
        <source>Everybody in %1 has been there before.</source>
        <translation>Alle in %1 waren schon vorher da.</translation>
    </message>
    <message>
        <source>Nothing of %1 had landed by then.</source>
        <translation>Von %1 war bis dahin nichts angekommen.</translation>
    </message>
    <message>
        <source>The database does not know this of %1.</source>
        <translation>Die Datenbank weiß dies von %1 nicht.</translation>
    </message>
    <message>
        <source>Changesets landed per day</source>
        <translation>Angekommene Changesets je Tag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Changesets by section</source>
        <translation>Changesets nach Abschnitt</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Changesets by subsystem</source>
        <translation>Changesets nach Subsystem</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Lines added and removed by section</source>
        <translation>Hinzugefügte und entfernte Zeilen nach Abschnitt</translation>
    </message>
    <message>
        <source>Lines added and removed per day</source>
        <translation>Hinzugefügte und entfernte Zeilen je Tag</translation>
    </message>
    <message>
        <source>Who wrote most changesets</source>
        <translation>Wer die meisten Changesets schrieb</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Changesets by domain of the author&apos;s address</source>
        <translation>Changesets nach der Domain in der Adresse des Autors</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>First-time authors</source>
        <translation>Neue Autoren</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Subsystems</source>
        <translation>Subsysteme</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Lines per day</source>
        <translation>Zeilen je Tag</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Newcomers</source>
        <translation>Neulinge</translation>
    </message>
    <message>
        <source>%1 as of %2 UTC</source>
        <translation>%1, Stand %2 UTC</translation>
    </message>
    <message>
        <source>Lines added</source>
        <translation>Hinzugefügte Zeilen</translation>
    </message>
    <message>
        <source>Lines removed</source>
        <translation>Entfernte Zeilen</translation>
    </message>
    <message>
        <source>Changesets</source>
        <translation>Changesets</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of the changesets</source>
        <translation>Von den Changesets</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) from %1 to %2; most on %3: %4.</source>
        <translation>
            <numerusform>%Ln Changeset von %1 bis %2; die meisten am %3: %4.</numerusform>
            <numerusform>%Ln Changesets von %1 bis %2; die meisten am %3: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) %1. Largest: %2.</source>
        <translation>
            <numerusform>%Ln Changeset %1. Die größten: %2.</numerusform>
            <numerusform>%Ln Changesets %1. Die größten: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln section(s) and group(s) of hardware</source>
        <translation>
            <numerusform>in %Ln Abschnitt oder Hardware-Gruppe</numerusform>
            <numerusform>in %Ln Abschnitten und Hardware-Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subsystem(s) of MAINTAINERS. Largest: %1.</source>
        <translation>
            <numerusform>%Ln Subsystem aus MAINTAINERS. Die größten: %1.</numerusform>
            <numerusform>%Ln Subsysteme aus MAINTAINERS. Die größten: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s). Most: %1.</source>
        <translation>
            <numerusform>%Ln Person. Am meisten: %1.</numerusform>
            <numerusform>%Ln Personen. Am meisten: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Addresses of %Ln domain(s). Most: %1.</source>
        <translation>
            <numerusform>Adressen aus %Ln Domain. Am meisten: %1.</numerusform>
            <numerusform>Adressen aus %Ln Domains. Am meisten: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) of whom the database has no changeset from before %1; %2.</source>
        <translation>
            <numerusform>%Ln Person, von der die Datenbank kein Changeset aus der Zeit vor %1 hat; %2.</numerusform>
            <numerusform>%Ln Personen, von denen die Datenbank kein Changeset aus der Zeit vor %1 hat; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) are theirs</source>
        <translation>
            <numerusform>%Ln Changeset ist von ihnen</numerusform>
            <numerusform>%Ln Changesets sind von ihnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) added and %1 removed. Most: %2.</source>
        <translation>
            <numerusform>%Ln Zeile hinzugefügt und %1 entfernt. Am meisten: %2.</numerusform>
            <numerusform>%Ln Zeilen hinzugefügt und %1 entfernt. Am meisten: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln changeset(s)</source>
        <translation>
            <numerusform>%1: %Ln Changeset</numerusform>
            <numerusform>%1: %Ln Changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %3 removed by %Ln changeset(s)</source>
        <translation>
            <numerusform>%1: %2, %3 entfernt von %Ln Changeset</numerusform>
            <numerusform>%1: %2, %3 entfernt von %Ln Changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) added</source>
        <translation>
            <numerusform>%Ln Zeile hinzugefügt</numerusform>
            <numerusform>%Ln Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln largest are drawn; the table lists all.</source>
        <translation>
            <numerusform>Der größte (%Ln) ist gezeichnet; die Tabelle nennt alle.</numerusform>
            <numerusform>Die %Ln größten sind gezeichnet; die Tabelle nennt alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is there for the first time is not known: %1 was imported from a shallow clone, which does not have what came before, and the database has nothing from before it. Import the release before it to see it here.</source>
        <translation>Wer zum ersten Mal dabei ist, ist nicht bekannt: %1 wurde aus einem flachen Klon importiert, der nicht hat, was vorher war, und die Datenbank hat nichts aus der Zeit davor. Importieren Sie das Release davor, um es hier zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file change(s) that could not be read are left out.</source>
        <translation>
            <numerusform>%Ln Dateiänderung, die nicht gelesen werden konnte, ist ausgelassen.</numerusform>
            <numerusform>%Ln Dateiänderungen, die nicht gelesen werden konnten, sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>(nicht bekannt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) named by Reviewed-by. Most: %1.</source>
        <translation>
            <numerusform>%Ln Person, die Reviewed-by nennt. Am meisten: %1.</numerusform>
            <numerusform>%Ln Personen, die Reviewed-by nennt. Am meisten: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) named by Tested-by. Most: %1.</source>
        <translation>
            <numerusform>%Ln Person, die Tested-by nennt. Am meisten: %1.</numerusform>
            <numerusform>%Ln Personen, die Tested-by nennt. Am meisten: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) named by Reported-by. Most: %1.</source>
        <translation>
            <numerusform>%Ln Person, die Reported-by nennt. Am meisten: %1.</numerusform>
            <numerusform>%Ln Personen, die Reported-by nennt. Am meisten: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln employer(s), by %1; whom it does not know is not guessed. Most: %2.</source>
        <translation>
            <numerusform>%Ln Arbeitgeber, nach %1; wen die Zuordnung nicht kennt, wird nicht geraten. Am meisten: %2.</numerusform>
            <numerusform>%Ln Arbeitgeber, nach %1; wen die Zuordnung nicht kennt, wird nicht geraten. Am meisten: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who worked for whom is not known. Give a map in the form of gitdm, a file of lines like “example.com Example &lt; 2024-01-01”, by the button above.</source>
        <translation>Wer für wen arbeitete, ist nicht bekannt. Geben Sie eine Zuordnung in der Form von gitdm an, eine Datei mit Zeilen wie „example.com Example &lt; 2024-01-01“, mit dem Knopf oben.</translation>
    </message>
    <message>
        <source>No changeset of %1 names any by %2.</source>
        <translation>Kein Changeset von %1 nennt jemanden mit %2.</translation>
    </message>
    <message>
        <source>Who reviewed most changesets</source>
        <translation>Wer die meisten Changesets begutachtete</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Gutachter</translation>
    </message>
    <message>
        <source>Who tested most changesets</source>
        <translation>Wer die meisten Changesets testete</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Who reported what most changesets are about</source>
        <translation>Wer meldete, worum es in den meisten Changesets geht</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Meldender</translation>
    </message>
    <message>
        <source>Changesets by employer of the author</source>
        <translation>Changesets nach Arbeitgeber des Autors</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Arbeitgeber</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Gutachter</translation>
    </message>
    <message>
        <source>Testers</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Reporters</source>
        <translation>Meldende</translation>
    </message>
    <message>
        <source>Employers</source>
        <translation>Arbeitgeber</translation>
    </message>
</context>
<context>
    <name>CloneProgress</name>
    <message>
        <source>Part of this step of the clone that is done</source>
        <translation>Erledigter Teil dieses Schritts des Klonens</translation>
    </message>
    <message>
        <source>Progress of the clone</source>
        <translation>Fortschritt des Klonens</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the clone</source>
        <translation>Das Klonen anhalten</translation>
    </message>
</context>
<context>
    <name>CloneTrouble</name>
    <message>
        <source>There is no room left where {folder} is. What had been received was removed; make room, or choose a folder on another disk.</source>
        <translation>Wo {folder} liegt, ist kein Platz mehr. Das Empfangene wurde entfernt; schaffen Sie Platz, oder wählen Sie einen Ordner auf einer anderen Platte.</translation>
    </message>
    <message>
        <source>The host {host} is not known: either there is no network, or the address {address} has a mistake in it.</source>
        <translation>Der Rechner {host} ist nicht bekannt: Entweder gibt es kein Netz, oder in der Adresse {address} ist ein Fehler.</translation>
    </message>
    <message>
        <source>The host {host} does not answer: either the network is down, or a firewall or proxy is in the way. Try again later, or another address.</source>
        <translation>Der Rechner {host} antwortet nicht: Entweder ist das Netz weg, oder eine Firewall oder ein Proxy steht im Weg. Versuchen Sie es später noch einmal, oder eine andere Adresse.</translation>
    </message>
    <message>
        <source>The host {host} wants to know who asks. Merge Window asks for no passwords: choose an address that is open to everybody.</source>
        <translation>Der Rechner {host} will wissen, wer fragt. Merge Window fragt nicht nach Passwörtern: Wählen Sie eine Adresse, die allen offen steht.</translation>
    </message>
    <message>
        <source>The host {host} cannot prove that it is what it says (its certificate was not accepted). Look at the clock of this computer and at the address.</source>
        <translation>Der Rechner {host} kann nicht beweisen, dass er ist, was er sagt (sein Zertifikat wurde nicht anerkannt). Sehen Sie nach der Uhr dieses Rechners und nach der Adresse.</translation>
    </message>
    <message>
        <source>There is no git repository at {address}. Look for a mistake in the address.</source>
        <translation>Bei {address} ist kein Git-Repository. Suchen Sie nach einem Fehler in der Adresse.</translation>
    </message>
    <message>
        <source>{address} is no address that git knows a way to: it starts with https:// as a rule.</source>
        <translation>{address} ist keine Adresse, zu der Git einen Weg kennt: In der Regel beginnt sie mit https://.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: its permissions forbid it. Choose another folder.</source>
        <translation>In {folder} kann nicht geschrieben werden: Die Rechte verbieten es. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The connection to {host} broke. git cannot go on where it was, so what had been received was removed; try again.</source>
        <translation>Die Verbindung zu {host} brach ab. Git kann nicht dort weitermachen, wo es war, darum wurde das Empfangene entfernt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>git ended without a word while it cloned %1.</source>
        <translation>Git endete ohne ein Wort, während es %1 klonte.</translation>
    </message>
    <message>
        <source>git could not clone %1: %2.</source>
        <translation>Git konnte %1 nicht klonen: %2.</translation>
    </message>
    <message>
        <source>There is no room left where {folder} is. Make room, and get the release into the same folder again: it goes on with what is there.</source>
        <translation>Wo {folder} liegt, ist kein Platz mehr. Schaffen Sie Platz und holen Sie das Release noch einmal in denselben Ordner: Es geht mit dem weiter, was da ist.</translation>
    </message>
    <message>
        <source>The connection to {host} broke. Get the release into the same folder again: it goes on with what is there.</source>
        <translation>Die Verbindung zu {host} ist abgebrochen. Holen Sie das Release noch einmal in denselben Ordner: Es geht mit dem weiter, was da ist.</translation>
    </message>
</context>
<context>
    <name>CommitPanel</name>
    <message>
        <source>Subject</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What this merge brought</source>
        <translation>Was dieser Merge mitgebracht hat</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Mitgebracht</translation>
    </message>
    <message>
        <source>&amp;Why here?</source>
        <translation>&amp;Warum hier?</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Not&amp;iz</translation>
    </message>
    <message>
        <source>Place in series and pull</source>
        <translation>Platz in Serie und Pull</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>To the previous or next commit of the list, the series or the pull</source>
        <translation>Zum vorigen oder nächsten Commit der Liste, der Serie oder des Pulls</translation>
    </message>
    <message>
        <source>Outline of this merge</source>
        <translation>Gliederung dieses Merges</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>&amp;Gliederung</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>There was nothing before</source>
        <translation>Davor gab es nichts</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Lines are not counted</source>
        <translation>Zeilen sind nicht gezählt</translation>
    </message>
    <message>
        <source>The database has nothing from before this release: import the one before it to see who is new</source>
        <translation>Die Datenbank hat nichts von vor diesem Release: Importieren Sie das davor, um zu sehen, wer neu ist</translation>
    </message>
    <message>
        <source>The range has no -rc1 tag</source>
        <translation>Der Bereich hat keinen -rc1-Tag</translation>
    </message>
    <message>
        <source>Changesets</source>
        <translation>Changesets</translation>
    </message>
    <message>
        <source>Merges</source>
        <translation>Merges</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>File changes</source>
        <translation>Dateiänderungen</translation>
    </message>
    <message>
        <source>Lines added</source>
        <translation>Hinzugefügte Zeilen</translation>
    </message>
    <message>
        <source>Lines removed</source>
        <translation>Entfernte Zeilen</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>First-time authors</source>
        <translation>Neue Autoren</translation>
    </message>
    <message>
        <source>New hardware</source>
        <translation>Neue Hardware</translation>
    </message>
    <message>
        <source>Days of the merge window</source>
        <translation>Tage des Merge-Fensters</translation>
    </message>
    <message>
        <source>Days of stabilisation</source>
        <translation>Tage der Stabilisierung</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of the changesets of %1</source>
        <translation>Von den Changesets von %1</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Who is there for the first time is not known: the database has nothing from before these releases.</source>
        <translation>Wer zum ersten Mal dabei ist, ist nicht bekannt: Die Datenbank hat nichts von vor diesen Releases.</translation>
    </message>
    <message>
        <source>There is nobody of whom this can be said.</source>
        <translation>Es gibt niemanden, von dem sich das sagen lässt.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>In per cent</source>
        <translation>In Prozent</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>How the share differs, in percentage points</source>
        <translation>Wie sich der Anteil unterscheidet, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Nothing of these releases had landed by then.</source>
        <translation>Von diesen Releases war bis dahin nichts angekommen.</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>First time in</source>
        <translation>Zuerst in</translation>
    </message>
    <message>
        <source>As far as the database goes back</source>
        <translation>So weit die Datenbank zurückreicht</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Changeset</source>
        <translation>Changeset</translation>
    </message>
    <message>
        <source>title unknown</source>
        <translation>Titel unbekannt</translation>
    </message>
    <message>
        <source>No changeset of these releases brings new hardware.</source>
        <translation>Kein Changeset dieser Releases bringt neue Hardware.</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Landed</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Of its release&apos;s changesets</source>
        <translation>Von den Changesets seines Release</translation>
    </message>
    <message>
        <source>These releases have no pulls.</source>
        <translation>Diese Releases haben keine Pulls.</translation>
    </message>
    <message>
        <source>cherry-picked, one from the other</source>
        <translation>eines aus dem anderen übernommen (cherry-pick)</translation>
    </message>
    <message>
        <source>same change: title, author and moment of writing</source>
        <translation>dieselbe Änderung: Titel, Autor und Zeitpunkt des Schreibens</translation>
    </message>
    <message>
        <source>same title and author</source>
        <translation>derselbe Titel und Autor</translation>
    </message>
    <message>
        <source>this commit</source>
        <translation>dieser Commit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>No release in the database has a commit of that id, or with these words in its title.</source>
        <translation>Kein Release in der Datenbank hat einen Commit mit dieser Id oder mit diesen Wörtern im Titel.</translation>
    </message>
    <message>
        <source>Write an id, or words of a title, to see which releases have it.</source>
        <translation>Schreiben Sie eine Id oder Wörter eines Titels, um zu sehen, welche Releases sie haben.</translation>
    </message>
    <message>
        <source>Device id</source>
        <translation>Geräte-Id</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Platine</translation>
    </message>
    <message numerus="yes">
        <source>%1: show the %Ln changeset(s) of %2</source>
        <translation>
            <numerusform>%1: das %Ln Changeset von %2 zeigen</numerusform>
            <numerusform>%1: die %Ln Changesets von %2 zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>&amp;Compare:</source>
        <translation>&amp;Vergleichen:</translation>
    </message>
    <message>
        <source>Choose the releases that stand side by side</source>
        <translation>Die Releases wählen, die nebeneinander stehen</translation>
    </message>
    <message>
        <source>Releases to compare</source>
        <translation>Releases zum Vergleichen</translation>
    </message>
    <message>
        <source>Tables of the comparison</source>
        <translation>Tabellen des Vergleichs</translation>
    </message>
</context>
<context>
    <name>CreatedFolders</name>
    <message>
        <source>%1 is a file: choose a folder that is not there yet.</source>
        <translation>%1 ist eine Datei: Wählen Sie einen Ordner, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>The folder %1 is there already and holds something. Choose a folder that is not there yet; to read what is in that one, import from it.</source>
        <translation>Den Ordner %1 gibt es schon, und er enthält etwas. Wählen Sie einen Ordner, den es noch nicht gibt; um zu lesen, was in jenem ist, importieren Sie daraus.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: its permissions forbid it, or the disk is full. Choose another one.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: Die Rechte verbieten es, oder die Platte ist voll. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 cannot be written to: its permissions forbid it. Choose another folder.</source>
        <translation>In %1 kann nicht geschrieben werden: Die Rechte verbieten es. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
</context>
<context>
    <name>DownloadProgress</name>
    <message>
        <source>Asking the server</source>
        <translation>Der Server wird gefragt</translation>
    </message>
    <message>
        <source>The server prepares the history</source>
        <translation>Der Server bereitet die Historie vor</translation>
    </message>
    <message>
        <source>Receiving the history</source>
        <translation>Die Historie wird empfangen</translation>
    </message>
    <message>
        <source>Putting it in order</source>
        <translation>Wird geordnet</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>Completing the release</source>
        <translation>Das Release wird vervollständigt</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 von etwa %2</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Draft an article</source>
        <translation>Einen Artikel entwerfen</translation>
    </message>
    <message>
        <source>What is worth a line</source>
        <translation>Was eine Zeile wert ist</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>&amp;Quote what the pulls say of themselves</source>
        <translation>&amp;Zitieren, was die Pulls über sich sagen</translation>
    </message>
    <message>
        <source>What is worth a line, best first, with the reasons. What is not ticked stays out of the draft; pulls that are half ticked share one line. The draft is a start to be edited.</source>
        <translation>Was eine Zeile wert ist, das Beste zuerst, mit den Gründen. Was kein Häkchen hat, bleibt aus dem Entwurf; halb angehakte Pulls teilen sich eine Zeile. Der Entwurf ist ein Anfang, der überarbeitet werden will.</translation>
    </message>
    <message>
        <source>&amp;Tick the first of each section:</source>
        <translation>Die &amp;ersten jedes Abschnitts ankreuzen:</translation>
    </message>
</context>
<context>
    <name>FactsView</name>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Committer</source>
        <translation>Committer</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Committet</translation>
    </message>
    <message>
        <source>Landed</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>Warum hier</translation>
    </message>
    <message>
        <source>Fixed by</source>
        <translation>Korrigiert durch</translation>
    </message>
    <message>
        <source>Reverted by</source>
        <translation>Zurückgenommen durch</translation>
    </message>
    <message>
        <source>Parents</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>CVE</source>
        <translation>CVE</translation>
    </message>
    <message>
        <source>In trees</source>
        <translation>In Zweigen</translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Reverts</source>
        <translation>Nimmt zurück</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>Übernommen von</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>Als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Every bar as a line of a table</source>
        <translation>Jeder Balken als Zeile einer Tabelle</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>Das Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>Save the chart as SVG or PNG</source>
        <translation>Das Diagramm als SVG oder PNG speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>&amp;Map of employers</source>
        <translation>Z&amp;uordnung der Arbeitgeber</translation>
    </message>
    <message>
        <source>Who worked for whom, as a map in the form of gitdm says</source>
        <translation>Wer für wen arbeitete, wie es eine Zuordnung in der Form von gitdm sagt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Files of this commit</source>
        <translation>Dateien dieses Commits</translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation>&amp;Fortsetzung zeigen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Side by side or in one column, white space, lines around a change, files in their folders</source>
        <translation>Nebeneinander oder in einer Spalte, Leerraum, Zeilen um eine Änderung, Dateien in ihren Ordnern</translation>
    </message>
    <message>
        <source>How files and diffs are shown</source>
        <translation>Wie Dateien und Diffs gezeigt werden</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter: words, &quot;a phrase&quot;, author:name, path:drivers/net, section:core …</source>
        <translation>Filter: Wörter, &quot;eine Wendung&quot;, author:Name, path:drivers/net, section:core …</translation>
    </message>
    <message>
        <source>Filter changesets</source>
        <translation>Changesets filtern</translation>
    </message>
    <message>
        <source>Number of results</source>
        <translation>Zahl der Treffer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look no further into the clone: what was found so far stays</source>
        <translation>Nicht weiter im Klon suchen: Was bis jetzt gefunden ist, bleibt</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The place before (Shift+F3)</source>
        <translation>Die Stelle davor (Umschalt+F3)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>The next place (F3)</source>
        <translation>Die nächste Stelle (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>Highlights</name>
    <message numerus="yes">
        <source>%Ln changeset(s), %1 %</source>
        <translation>
            <numerusform>%Ln Changeset, %1 %</numerusform>
            <numerusform>%Ln Changesets, %1 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryForm</name>
    <message>
        <source>From:</source>
        <translation>Von:</translation>
    </message>
    <message>
        <source>Address of the repository</source>
        <translation>Adresse des Repositorys</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Into:</source>
        <translation>Nach:</translation>
    </message>
    <message>
        <source>Folder for the clone</source>
        <translation>Ordner für den Klon</translation>
    </message>
    <message>
        <source>A folder that is not there yet</source>
        <translation>Ein Ordner, den es noch nicht gibt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder for the clone</source>
        <translation>Den Ordner für den Klon wählen</translation>
    </message>
    <message>
        <source>Get the history</source>
        <translation>Die Historie holen</translation>
    </message>
    <message>
        <source>One release alone:</source>
        <translation>Ein Release allein:</translation>
    </message>
    <message>
        <source>Its commits and what they are based on, a few minutes away; it can be stopped and goes on later</source>
        <translation>Seine Commits und worauf sie aufbauen, in wenigen Minuten; es kann angehalten werden und geht später weiter</translation>
    </message>
    <message>
        <source>Release to get alone</source>
        <translation>Release, das allein geholt wird</translation>
    </message>
    <message>
        <source>The whole history, to read every release</source>
        <translation>Die ganze Historie, um jedes Release zu lesen</translation>
    </message>
    <message>
        <source>Runs git, which fetches commits and folders without the contents of files, then imports the release</source>
        <translation>Ruft Git auf, das Commits und Ordner ohne den Inhalt von Dateien holt, und importiert dann das Release</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a release</source>
        <translation>Ein Release importieren</translation>
    </message>
    <message>
        <source>Reads what went into a release from a clone of the kernel on this computer. The clone is not changed. After the first step the release can be browsed while its lines are still being counted.</source>
        <translation>Liest aus einem Klon des Kernels auf diesem Rechner, was in ein Release eingegangen ist. Der Klon wird nicht verändert. Nach dem ersten Schritt kann im Release geblättert werden, während seine Zeilen noch gezählt werden.</translation>
    </message>
    <message>
        <source>&amp;Clone</source>
        <translation>&amp;Klon</translation>
    </message>
    <message>
        <source>Folder of the clone</source>
        <translation>Ordner des Klons</translation>
    </message>
    <message>
        <source>Folder of a clone: type, choose, or drop it here</source>
        <translation>Ordner eines Klons: tippen, wählen oder hier ablegen</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder of the clone</source>
        <translation>Den Ordner des Klons wählen</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Release</translation>
    </message>
    <message>
        <source>The release: a tag or another revision</source>
        <translation>Das Release: ein Tag oder eine andere Revision</translation>
    </message>
    <message>
        <source>The end of the range: a tag, a branch or a commit</source>
        <translation>Das Ende des Bereichs: ein Tag, ein Zweig oder ein Commit</translation>
    </message>
    <message>
        <source>&amp;Since</source>
        <translation>&amp;Seit</translation>
    </message>
    <message>
        <source>The release before: a tag or another revision</source>
        <translation>Das Release davor: ein Tag oder eine andere Revision</translation>
    </message>
    <message>
        <source>Where the range starts: what is reachable from here is left out</source>
        <translation>Wo der Bereich beginnt: Was von hier erreichbar ist, bleibt weg</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the release in the list</source>
        <translation>Name des Release in der Liste</translation>
    </message>
    <message>
        <source>A release of the same name in the database is replaced</source>
        <translation>Ein Release gleichen Namens in der Datenbank wird ersetzt</translation>
    </message>
    <message>
        <source>Count added and removed &amp;lines</source>
        <translation>&amp;Hinzugefügte und entfernte Zeilen zählen</translation>
    </message>
    <message>
        <source>The second step: takes longest, runs while you browse</source>
        <translation>Der zweite Schritt: dauert am längsten und läuft, während Sie blättern</translation>
    </message>
    <message>
        <source>Let git &amp;fetch what this clone lacks</source>
        <translation>&amp;Git holen lassen, was diesem Klon fehlt</translation>
    </message>
</context>
<context>
    <name>ImportProgressWidget</name>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Part of this step that is done</source>
        <translation>Erledigter Teil dieses Schritts</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the import; the database keeps what the last finished step left there</source>
        <translation>Den Import anhalten; die Datenbank behält, was der letzte fertige Schritt hinterlassen hat</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Den Import anhalten</translation>
    </message>
</context>
<context>
    <name>InterfaceChangesPage</name>
    <message>
        <source>What is new, gone or changed</source>
        <translation>Was neu, entfallen oder geändert ist</translation>
    </message>
    <message>
        <source>Changes to show</source>
        <translation>Welche Änderungen</translation>
    </message>
    <message>
        <source>Of which kind</source>
        <translation>Von welcher Art</translation>
    </message>
    <message>
        <source>Kind to show</source>
        <translation>Welche Art</translation>
    </message>
    <message>
        <source>Show the &amp;changesets</source>
        <translation>Die &amp;Changesets zeigen</translation>
    </message>
    <message>
        <source>Search for the changesets that made what is shown here</source>
        <translation>Nach den Changesets suchen, von denen kommt, was hier steht</translation>
    </message>
</context>
<context>
    <name>LandingChart</name>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>day %1, the end of the merge window</source>
        <translation>Tag %1, das Ende des Merge-Fensters</translation>
    </message>
    <message>
        <source>day %1 of the merge window</source>
        <translation>Tag %1 des Merge-Fensters</translation>
    </message>
    <message>
        <source>day %1 after %2</source>
        <translation>Tag %1 nach %2</translation>
    </message>
    <message>
        <source>the day of %1</source>
        <translation>der Tag von %1</translation>
    </message>
    <message>
        <source>When the entries of this release landed is not known.</source>
        <translation>Wann die Einträge dieses Release ankamen, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>everything: %Ln changeset(s), from %1 on</source>
        <translation>
            <numerusform>alles: %Ln Changeset, ab %1</numerusform>
            <numerusform>alles: %Ln Changesets, ab %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln changeset(s)</source>
        <translation>
            <numerusform>%1: %2 von %Ln Changeset</numerusform>
            <numerusform>%1: %2 von %Ln Changesets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Merge Window</source>
        <translation>Merge Window</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Release</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>&amp;Import from a clone…</source>
        <translation>Aus einem Klon &amp;importieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Read a release from a clone of the kernel</source>
        <translation>Ein Release aus einem Klon des Kernels lesen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Read the database again</source>
        <translation>Die Datenbank neu lesen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy references</source>
        <translation>Verweise &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected changesets as ids with their titles</source>
        <translation>Die ausgewählten Changesets als Ids mit ihren Titeln kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>C&amp;lear the filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Co&amp;mmit</source>
        <translation>&amp;Commit</translation>
    </message>
    <message>
        <source>Commit &amp;beside the table</source>
        <translation>Commit &amp;neben der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Fi&amp;xes of what landed in it</source>
        <translation>&amp;Korrekturen an dem, was darin ankam</translation>
    </message>
    <message>
        <source>Show only changesets that fix or revert what landed in the same release</source>
        <translation>Nur Changesets zeigen, die beheben oder zurücknehmen, was im selben Release ankam</translation>
    </message>
    <message>
        <source>What was re&amp;verted since</source>
        <translation>Was seither zu&amp;rückgenommen wurde</translation>
    </message>
    <message>
        <source>Show only changesets that were taken out again</source>
        <translation>Nur Changesets zeigen, die wieder herausgenommen wurden</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>MarksDock</name>
    <message>
        <source>My marks</source>
        <translation>Meine Markierungen</translation>
    </message>
    <message>
        <source>Kind of mark</source>
        <translation>Art der Markierung</translation>
    </message>
    <message>
        <source>Words of a subject or note</source>
        <translation>Wörter aus Titel oder Notiz</translation>
    </message>
    <message>
        <source>Filter my marks</source>
        <translation>Meine Markierungen filtern</translation>
    </message>
    <message>
        <source>Ex&amp;port…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Write what is listed, with the notes, to a Markdown file</source>
        <translation>Was aufgelistet ist, samt Notizen in eine Markdown-Datei schreiben</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Facts about the commit</source>
        <translation>Angaben zum Commit</translation>
    </message>
</context>
<context>
    <name>MessagesDock</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Messages of this session</source>
        <translation>Meldungen dieser Sitzung</translation>
    </message>
    <message>
        <source>The whole message</source>
        <translation>Die ganze Meldung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the messages that are chosen, with their times</source>
        <translation>Die gewählten Meldungen mit ihren Zeiten kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>Die gewählten Meldungen kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty this list</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>Clear the messages</source>
        <translation>Die Meldungen leeren</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview of the release</source>
        <translation>Überblick über das Release</translation>
    </message>
</context>
<context>
    <name>OwnKernelDialog</name>
    <message>
        <source>My kernel</source>
        <translation>Mein Kernel</translation>
    </message>
    <message>
        <source>&amp;Trees</source>
        <translation>&amp;Zweige</translation>
    </message>
    <message>
        <source>Which changesets does another kernel have, and which fixes does it lack? Add a stable branch, a vendor&apos;s or a distribution&apos;s kernel.</source>
        <translation>Welche Changesets hat ein anderer Kernel, und welche Korrekturen fehlen ihm? Fügen Sie einen stabilen Zweig oder den Kernel eines Herstellers oder einer Distribution hinzu.</translation>
    </message>
    <message>
        <source>&amp;Add a tree…</source>
        <translation>Zweig &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Point at a clone and a branch of it</source>
        <translation>Auf einen Klon und einen Branch darin zeigen</translation>
    </message>
    <message>
        <source>Read it a&amp;gain</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>Look for all changesets once more, as the branch is now</source>
        <translation>Alle Changesets noch einmal suchen, im Branch, wie er jetzt ist</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Take the tree out of the database; its clone stays as it is</source>
        <translation>Den Zweig aus der Datenbank nehmen; sein Klon bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Show the fi&amp;xes it lacks</source>
        <translation>Fehlende &amp;Korrekturen zeigen</translation>
    </message>
    <message>
        <source>Changesets that say what they fix, or ask for stable kernels, and that the chosen tree does not have</source>
        <translation>Changesets, die sagen, was sie korrigieren, oder in stabile Kernel wollen, und die der gewählte Zweig nicht hat</translation>
    </message>
    <message>
        <source>Show the C&amp;VE fixes it lacks</source>
        <translation>Fehlende &amp;CVE-Korrekturen zeigen</translation>
    </message>
    <message>
        <source>Changesets that fix a CVE and that the chosen tree does not have</source>
        <translation>Changesets, die eine CVE beheben und die der gewählte Zweig nicht hat</translation>
    </message>
    <message>
        <source>&amp;Export them…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Save the list of the fixes that the chosen tree lacks</source>
        <translation>Die Liste der Korrekturen speichern, die dem gewählten Zweig fehlen</translation>
    </message>
    <message>
        <source>&amp;My configuration</source>
        <translation>&amp;Meine Konfiguration</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>A .config, a file of /boot, or /proc/config.gz</source>
        <translation>Eine .config, eine Datei in /boot oder /proc/config.gz</translation>
    </message>
    <message>
        <source>Ask a&amp;gain</source>
        <translation>&amp;Neu fragen</translation>
    </message>
    <message>
        <source>By the same configuration, for what was imported since</source>
        <translation>Mit derselben Konfiguration, nach dem, was seither importiert wurde</translation>
    </message>
    <message>
        <source>Forget &amp;it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Take the configuration out of the database; its file stays as it is</source>
        <translation>Die Konfiguration aus der Datenbank nehmen; ihre Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Show what is &amp;built</source>
        <translation>&amp;Gebautes zeigen</translation>
    </message>
    <message>
        <source>Changesets that touch what the configuration builds</source>
        <translation>Changesets, die berühren, was die Konfiguration baut</translation>
    </message>
    <message>
        <source>Show what cannot be to&amp;ld</source>
        <translation>&amp;Unklares zeigen</translation>
    </message>
    <message>
        <source>Changesets of which only running the tree&apos;s own scripts would say</source>
        <translation>Changesets, von denen es nur die Skripte des Baums selbst sagen würden</translation>
    </message>
    <message>
        <source>Show what is &amp;not built</source>
        <translation>N&amp;icht Gebautes zeigen</translation>
    </message>
    <message>
        <source>Changesets of which the configuration builds nothing</source>
        <translation>Changesets, von denen die Konfiguration nichts baut</translation>
    </message>
    <message>
        <source>CVE reco&amp;rds</source>
        <translation>CVE-&amp;Einträge</translation>
    </message>
    <message>
        <source>&amp;Read CVE records…</source>
        <translation>CVE-Einträge &amp;lesen …</translation>
    </message>
    <message>
        <source>Choose the folder of a clone of the records</source>
        <translation>Den Ordner eines Klons der Einträge wählen</translation>
    </message>
    <message>
        <source>Show the fi&amp;xes</source>
        <translation>&amp;Korrekturen zeigen</translation>
    </message>
    <message>
        <source>Changesets of the release that fix a CVE</source>
        <translation>Changesets des Release, die eine CVE beheben</translation>
    </message>
</context>
<context>
    <name>SectionDialog</name>
    <message>
        <source>Put into…</source>
        <translation>Einordnen …</translation>
    </message>
    <message>
        <source>Type some letters of a section</source>
        <translation>Einige Buchstaben eines Abschnitts</translation>
    </message>
    <message>
        <source>Find a section</source>
        <translation>Einen Abschnitt suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>SectionPanel</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Type what you want to do, or a key</source>
        <translation>Was wollen Sie tun? Oder eine Taste</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Ein Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Nothing of this name has a key.</source>
        <translation>Nichts mit diesem Namen hat eine Taste.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>What can be done at once</source>
        <translation>Was sofort geht</translation>
    </message>
    <message>
        <source>What went into a Linux release</source>
        <translation>Was in ein Linux-Release eingegangen ist</translation>
    </message>
    <message>
        <source>Read the article</source>
        <translation>Den Artikel lesen</translation>
    </message>
    <message>
        <source>Read lately</source>
        <translation>Zuletzt gelesen</translation>
    </message>
    <message>
        <source>Releases and documents read lately</source>
        <translation>Zuletzt gelesene Releases und Dokumente</translation>
    </message>
    <message>
        <source>Releases and documents that you look at are listed here.</source>
        <translation>Releases und Dokumente, die Sie ansehen, stehen hier.</translation>
    </message>
    <message>
        <source>Import from a clone</source>
        <translation>Aus einem Klon importieren</translation>
    </message>
    <message>
        <source>Any clone of the kernel on this computer will do, bare or not. It is read, and not changed, but for what a partial one lacks and git fetches. A folder that is dropped on this window is taken, too.</source>
        <translation>Jeder Klon des Kernels auf diesem Rechner ist recht, bare oder nicht. Er wird gelesen und nicht verändert, außer um das, was einem unvollständigen fehlt und Git holt. Auch ein Ordner, der auf diesem Fenster abgelegt wird, wird genommen.</translation>
    </message>
    <message>
        <source>Import from a clone…</source>
        <translation>Aus einem Klon importieren …</translation>
    </message>
    <message>
        <source>Choose a clone and two of its tags</source>
        <translation>Einen Klon und zwei seiner Tags wählen</translation>
    </message>
    <message>
        <source>Look for clones</source>
        <translation>Nach Klonen suchen</translation>
    </message>
    <message>
        <source>Looks into the usual folders: home and its src, git and linux, /usr/src, /srv, /opt</source>
        <translation>Sieht in die üblichen Ordner: das Home und darin src, git und linux, /usr/src, /srv, /opt</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Clones that were found</source>
        <translation>Gefundene Klone</translation>
    </message>
    <message>
        <source>Get a kernel history</source>
        <translation>Eine Kernel-Historie holen</translation>
    </message>
    <message>
        <source>Without a clone, git can fetch one for you: the commits and folders of one release, or of all, without the contents of the files. Everything but line counts works with it; what a diff needs git fetches when you ask for it. When it is there, the release is imported.</source>
        <translation>Ohne Klon kann Git einen für Sie holen: die Commits und Ordner eines Releases oder aller, ohne den Inhalt der Dateien. Alles außer Zeilenzahlen geht damit; was ein Diff braucht, holt Git auf Wunsch. Wenn er da ist, wird das Release importiert.</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>%1 cannot be read: its permissions forbid it.</source>
        <translation>%1 kann nicht gelesen werden: Die Rechte verbieten es.</translation>
    </message>
    <message>
        <source>%1 is no document: Markdown, HTML and plain text can be opened (.md, .html, .txt).</source>
        <translation>%1 ist kein Dokument: Geöffnet werden können Markdown, HTML und reiner Text (.md, .html, .txt).</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>Es gibt keine Datei und keinen Ordner %1.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 ist weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <source>%1 is a folder, but no git repository: a clone of the kernel can be imported.</source>
        <translation>%1 ist ein Ordner, aber kein Git-Repository: Importiert werden kann ein Klon des Kernels.</translation>
    </message>
    <message>
        <source>There is nothing to do with “%1”: it is no commit id (4 to 40 hex digits), no file, no folder and no release of the database.</source>
        <translation>Mit „%1“ ist nichts anzufangen: Es ist keine Commit-Id (4 bis 40 Hex-Stellen), keine Datei, kein Ordner und kein Release der Datenbank.</translation>
    </message>
    <message>
        <source>“%1” is no file of this computer.</source>
        <translation>„%1“ ist keine Datei dieses Rechners.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: such an address is mergewindow:commit/ and a commit id, 4 to 40 hex digits.</source>
        <translation>„%1“ kann nicht geöffnet werden: Eine solche Adresse ist mergewindow:commit/ und die Kennung eines Commits, 4 bis 40 Hexadezimalziffern.</translation>
    </message>
</context>
<context>
    <name>TreeForm</name>
    <message>
        <source>Does my tree have this?</source>
        <translation>Hat mein Zweig das?</translation>
    </message>
    <message>
        <source>Which kernel is to be asked? A stable branch, a vendor&apos;s or a distribution&apos;s, in a clone on this computer.</source>
        <translation>Welcher Kernel soll gefragt werden? Ein stabiler Zweig oder der eines Herstellers oder einer Distribution, in einem Klon auf diesem Rechner.</translation>
    </message>
    <message>
        <source>&amp;Clone</source>
        <translation>&amp;Klon</translation>
    </message>
    <message>
        <source>Folder of a git repository</source>
        <translation>Ordner eines Git-Repositorys</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>&amp;Branch</translation>
    </message>
    <message>
        <source>Branch, tag or commit</source>
        <translation>Branch, Tag oder Commit</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What it is called here, such as stable-6.6</source>
        <translation>Wie er hier heißt, etwa stable-6.6</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Filed under</source>
        <translation>Eingeordnet unter</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>The rules say</source>
        <translation>Die Regeln sagen</translation>
    </message>
    <message>
        <source>For this reason</source>
        <translation>Aus diesem Grund</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Put into…</source>
        <translation>Einordnen …</translation>
    </message>
    <message>
        <source>Back to the rules</source>
        <translation>Zurück zu den Regeln</translation>
    </message>
    <message>
        <source>Edit own rules…</source>
        <translation>Eigene Regeln bearbeiten …</translation>
    </message>
</context>
<context>
    <name>mw::classify</name>
    <message>
        <source>Architecture-specific</source>
        <translation>Architekturen</translation>
    </message>
    <message>
        <source>Core kernel</source>
        <translation>Kern des Kernels</translation>
    </message>
    <message>
        <source>Filesystems and block I/O</source>
        <translation>Dateisysteme und Block-I/O</translation>
    </message>
    <message>
        <source>Hardware support</source>
        <translation>Hardware-Unterstützung</translation>
    </message>
    <message>
        <source>Miscellaneous</source>
        <translation>Verschiedenes</translation>
    </message>
    <message>
        <source>Networking</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Security-related</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Virtualization and containers</source>
        <translation>Virtualisierung und Container</translation>
    </message>
    <message>
        <source>Internal kernel changes</source>
        <translation>Innere Änderungen des Kernels</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Industrial I/O</source>
        <translation>Industrie-I/O</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>PCI</source>
        <translation>PCI</translation>
    </message>
    <message>
        <source>PHY</source>
        <translation>PHY</translation>
    </message>
    <message>
        <source>Pin control and GPIO</source>
        <translation>Pin-Steuerung und GPIO</translation>
    </message>
    <message>
        <source>Power and thermal</source>
        <translation>Strom und Temperatur</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>SPI and I²C</source>
        <translation>SPI und I²C</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>SoCs and boards</source>
        <translation>SoCs und Platinen</translation>
    </message>
</context>
<context>
    <name>mw::engine</name>
    <message>
        <source> and at {} more</source>
        <translation> und an {} weiteren</translation>
    </message>
    <message>
        <source>&apos;*&apos; stands behind the start of a word, as in lock*.</source>
        <translation>„*“ steht hinter dem Anfang eines Wortes, wie in lock*.</translation>
    </message>
    <message>
        <source>&apos;=&apos; asks for a whole name, so no &apos;*&apos; can stand behind it.</source>
        <translation>„=“ fragt nach einem ganzen Namen, darum kann kein „*“ dahinter stehen.</translation>
    </message>
    <message>
        <source>&apos;git -C {0} fetch --shallow-since={1}&apos; brings more of it, &apos;git -C {0} fetch --unshallow&apos; the whole history</source>
        <translation>„git -C {0} fetch --shallow-since={1}“ bringt mehr davon, „git -C {0} fetch --unshallow“ die ganze Geschichte</translation>
    </message>
    <message>
        <source>&apos;is:{}&apos; means nothing. &apos;is:&apos; knows: {}.</source>
        <translation>„is:{}“ bedeutet nichts. „is:“ kennt: {}.</translation>
    </message>
    <message>
        <source>&apos;lines:&apos; wants a number, as in lines:&gt;500 or lines:&lt;=10.</source>
        <translation>„lines:“ braucht eine Zahl, wie in lines:&gt;500 oder lines:&lt;=10.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot have a subgroup: only hardware has some.</source>
        <translation>„{}“ kann keine Untergruppe haben: Nur hardware hat welche.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; fits several objects of {}; write more digits of the id.</source>
        <translation>„{}“ passt auf mehrere Objekte von {}; schreiben Sie mehr Ziffern der Id.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; in {} is a {}, not a commit. Give a tag, a branch or a commit.</source>
        <translation>„{}“ in {} ist ein Objekt der Art {}, kein Commit. Geben Sie einen Tag, einen Branch oder einen Commit an.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no address that git may be sent to: it starts with https:// as a rule; http, git, ssh and a folder on this computer are taken as well.</source>
        <translation>„{}“ ist keine Adresse, zu der Git geschickt werden darf: In der Regel beginnt sie mit https://; http, git, ssh und ein Ordner auf diesem Rechner gehen auch.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no commit id.</source>
        <translation>„{}“ ist keine Commit-Id.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no commit id: 12 to 40 hexadecimal digits are.</source>
        <translation>„{}“ ist keine Commit-Id: Das sind 12 bis 40 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no commit id: give 4 to 40 hexadecimal digits.</source>
        <translation>„{}“ ist keine Commit-Id: Geben Sie 4 bis 40 hexadezimale Ziffern an.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no full commit id.</source>
        <translation>„{}“ ist keine ganze Commit-Id.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no row above.</source>
        <translation>„{}“ ist keine Zeile darüber.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no section</source>
        <translation>„{}“ ist kein Abschnitt</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no section, as core or hardware/usb are.</source>
        <translation>„{}“ ist kein Abschnitt, wie core oder hardware/usb welche sind.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no section. Sections are: {}.</source>
        <translation>„{}“ ist kein Abschnitt. Abschnitte sind: {}.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no subgroup</source>
        <translation>„{}“ ist keine Untergruppe</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no subgroup. Subgroups of hardware are: {}.</source>
        <translation>„{}“ ist keine Untergruppe. Untergruppen von hardware sind: {}.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no tag of a kernel release. Write it as v6.7, v6.7-rc3 or v6.7.3.</source>
        <translation>„{}“ ist kein Tag eines Kernel-Releases. Schreiben Sie es wie v6.7, v6.7-rc3 oder v6.7.3.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no time. {}</source>
        <translation>„{}“ ist keine Zeit. {}</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is the start of several commit ids; write more digits.</source>
        <translation>„{}“ ist der Anfang mehrerer Commit-Ids; schreiben Sie mehr Ziffern.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; names no file.</source>
        <translation>„{}“ nennt keine Datei.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; needs a subgroup behind it, as in hardware/usb.</source>
        <translation>„{}“ braucht eine Untergruppe dahinter, wie in hardware/usb.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; of {} cannot be read: {}. &apos;git fsck&apos; run there tells what is damaged.</source>
        <translation>„{}“ in {} kann nicht gelesen werden: {}. „git fsck“, dort aufgerufen, sagt, was beschädigt ist.</translation>
    </message>
    <message>
        <source>&apos;{}:&apos; wants at least one letter or digit behind it.</source>
        <translation>Hinter „{}:“ muss mindestens ein Buchstabe oder eine Ziffer stehen.</translation>
    </message>
    <message>
        <source>&apos;{}:{}&apos; means nothing. &apos;{}:&apos; knows: {}.</source>
        <translation>„{}:{}“ bedeutet nichts. „{}:“ kennt: {}.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>1 is damaged (&apos;git fsck&apos; run there tells what is damaged), first {}</source>
        <translation>1 ist beschädigt („git fsck“, dort aufgerufen, sagt, was), zuerst {}</translation>
    </message>
    <message>
        <source>1 is larger than what is compared ({} MiB), first {}</source>
        <translation>1 ist größer, als verglichen wird ({} MiB), zuerst {}</translation>
    </message>
    <message>
        <source>1 is missing from the clone (&apos;git fsck&apos; run there tells what is missing), first {}</source>
        <translation>1 fehlt im Klon („git fsck“, dort aufgerufen, sagt, was), zuerst {}</translation>
    </message>
    <message>
        <source>1 was left out of this partial clone (&apos;git fetch --refetch --no-filter&apos; run there brings all contents)</source>
        <translation>1 wurde in diesem Teilklon ausgelassen („git fetch --refetch --no-filter“, dort aufgerufen, bringt alle Inhalte)</translation>
    </message>
    <message>
        <source>A commit of {} changes more than {} files, which no commit of a kernel does.</source>
        <translation>Ein Commit in {} ändert mehr als {} Dateien; das tut keiner des Kernels.</translation>
    </message>
    <message>
        <source>A published summary of the merge window put it here.</source>
        <translation>Ein veröffentlichter Artikel über das Merge-Fenster hat es hier eingeordnet.</translation>
    </message>
    <message>
        <source>A query can have {} terms; this is one too many.</source>
        <translation>Eine Suche kann {} Begriffe haben; dieser ist einer zu viel.</translation>
    </message>
    <message>
        <source>A record is written cve:2023-52454 or cve:CVE-2023-52454; cve:2023* are all of a year.</source>
        <translation>Ein Eintrag wird cve:2023-52454 oder cve:CVE-2023-52454 geschrieben; cve:2023* sind alle eines Jahres.</translation>
    </message>
    <message>
        <source>A saved search needs a name: give it one with a letter or digit.</source>
        <translation>Eine gespeicherte Suche braucht einen Namen: Geben Sie ihr einen mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>A tree needs a name without quotes and line ends, such as stable-6.6: it is what a search asks for, in:stable-6.6.</source>
        <translation>Ein Baum braucht einen Namen ohne Anführungszeichen und Zeilenenden, etwa stable-6.6: Danach fragt eine Suche, in:stable-6.6.</translation>
    </message>
    <message>
        <source>A tree object ends in the middle of an entry: the clone is damaged. &apos;git fsck&apos; run there tells where.</source>
        <translation>Ein Tree-Objekt endet mitten in einem Eintrag: Der Klon ist beschädigt. „git fsck“, dort aufgerufen, sagt, wo.</translation>
    </message>
    <message>
        <source>A tree of {} has folders more than {} deep. git reads none like that either.</source>
        <translation>Ein Tree in {} hat Ordner, die mehr als {} tief sind. Auch Git liest so etwas nicht.</translation>
    </message>
    <message>
        <source>An id is 4 to 40 hexadecimal digits, as in sha:21ca59b.</source>
        <translation>Eine Id sind 4 bis 40 hexadezimale Ziffern, wie in sha:21ca59b.</translation>
    </message>
    <message>
        <source>Another download into {} is under way: wait for it, or choose another folder.</source>
        <translation>In {} wird schon etwas heruntergeladen: Warten Sie darauf, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Brackets and minus signs are nested too deeply here.</source>
        <translation>Klammern und Minuszeichen sind hier zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Commit {} has no file {}, and neither has its parent.</source>
        <translation>Commit {} hat keine Datei {}, und sein Vorgänger auch nicht.</translation>
    </message>
    <message>
        <source>Commit {} of this range is</source>
        <translation>Commit {} dieses Bereichs wurde</translation>
    </message>
    <message>
        <source>Line {} of git&apos;s configuration {} cannot be read. &apos;git config --file {} --list&apos; says the same.</source>
        <translation>Zeile {} der Git-Konfiguration {} kann nicht gelesen werden. „git config --file {} --list“ sagt dasselbe.</translation>
    </message>
    <message>
        <source>MAINTAINERS has {} more lines that cannot be read.</source>
        <translation>MAINTAINERS hat {} weitere Zeilen, die nicht gelesen werden können.</translation>
    </message>
    <message>
        <source>MAINTAINERS names no files at the end of this range (kernels before 2.6.31): subsystems are unknown.</source>
        <translation>MAINTAINERS nennt am Ende dieses Bereichs keine Dateien (Kernel vor 2.6.31): Subsysteme sind nicht bekannt.</translation>
    </message>
    <message>
        <source>MAINTAINERS, entry &apos;{}&apos;: {}: {} cannot be read ({}), so that line names no files.</source>
        <translation>MAINTAINERS, Eintrag „{}“: {}: {} kann nicht gelesen werden ({}), darum nennt diese Zeile keine Dateien.</translation>
    </message>
    <message>
        <source>No configuration is known yet.</source>
        <translation>Noch ist keine Konfiguration bekannt.</translation>
    </message>
    <message>
        <source>No other tree is known yet.</source>
        <translation>Noch ist kein anderer Baum bekannt.</translation>
    </message>
    <message>
        <source>OR needs something to search for behind it.</source>
        <translation>Hinter OR muss etwas stehen, wonach gesucht wird.</translation>
    </message>
    <message>
        <source>OR needs something to search for in front of it.</source>
        <translation>Vor OR muss etwas stehen, wonach gesucht wird.</translation>
    </message>
    <message>
        <source>Object {} of {} should be a {} and is a {}. &apos;git fsck&apos; run there tells what is damaged.</source>
        <translation>Objekt {} in {} sollte von der Art {} sein und ist {}. „git fsck“, dort aufgerufen, sagt, was beschädigt ist.</translation>
    </message>
    <message>
        <source>Of the changesets between v6.6 and v6.7 these are the ones that public records prove: a maintainer&apos;s notice, a later fix that names them, a backport, a CVE record.</source>
        <translation>Von den Changesets zwischen v6.6 und v6.7 sind es die, die öffentliche Aufzeichnungen belegen: die Nachricht eines Maintainers, eine spätere Korrektur, die sie nennt, ein Backport, ein CVE-Eintrag.</translation>
    </message>
    <message>
        <source>Showing the document was stopped.</source>
        <translation>Das Anzeigen des Dokuments wurde angehalten.</translation>
    </message>
    <message>
        <source>The Markdown library lacks an extension that this program needs; install cmark-gfm again.</source>
        <translation>Der Markdown-Bibliothek fehlt eine Erweiterung, die dieses Programm braucht; installieren Sie cmark-gfm neu.</translation>
    </message>
    <message>
        <source>The blob {1} is missing from {0}: the clone is incomplete. &apos;git fsck&apos; run there tells what is missing, &apos;git fetch&apos; may bring it.</source>
        <translation>Der Blob {1} fehlt in {0}: Der Klon ist unvollständig. „git fsck“, dort aufgerufen, sagt, was fehlt, „git fetch“ kann es bringen.</translation>
    </message>
    <message>
        <source>The blob {} was left out of the partial clone {} (git clone --filter{}) and has not been fetched.</source>
        <translation>Der Blob {} wurde im Teilklon {} ausgelassen (git clone --filter{}) und noch nicht geholt.</translation>
    </message>
    <message>
        <source>The clone {0} is a partial one without all trees (git clone --filter{1}), so nobody can say which files its commits touch: the {2} {3} is not there. Bring the trees with: git -C &apos;{0}&apos; fetch --refetch --filter=blob:none{4} (git 2.36 and newer)</source>
        <translation>Der Klon {0} ist ein Teilklon, dem Trees fehlen (git clone --filter{1}), darum kann niemand sagen, welche Dateien seine Commits berühren: {2} {3} ist nicht da. Das holt die Trees: git -C &apos;{0}&apos; fetch --refetch --filter=blob:none{4} (ab Git 2.36)</translation>
    </message>
    <message>
        <source>The clone {0} was made without file contents, and this one (blob {1}) has not been fetched. &apos;git -C {0} show {2}&apos;, run once with a network, fetches what this commit needs.</source>
        <translation>Der Klon {0} wurde ohne Dateiinhalte gemacht, und dieser (Blob {1}) wurde noch nicht geholt. „git -C {0} show {2}“, einmal mit Netz aufgerufen, holt, was dieser Commit braucht.</translation>
    </message>
    <message>
        <source>The clone {} names no address that git may be sent to.</source>
        <translation>Der Klon {} nennt keine Adresse, zu der Git geschickt werden darf.</translation>
    </message>
    <message>
        <source>The clone {} replaces an object that is no commit of this range (&apos;git replace&apos; run there lists all); where the range needs it, it is read as replaced.</source>
        <translation>Der Klon {} ersetzt ein Objekt, das kein Commit dieses Bereichs ist („git replace“, dort aufgerufen, nennt alle); wo der Bereich es braucht, wird es ersetzt gelesen.</translation>
    </message>
    <message>
        <source>The clone {} replaces {} objects that are no commits of this range (&apos;git replace&apos; run there lists all); where the range needs them, they are read as replaced.</source>
        <translation>Der Klon {} ersetzt {} Objekte, die keine Commits dieses Bereichs sind („git replace“, dort aufgerufen, nennt alle); wo der Bereich sie braucht, werden sie ersetzt gelesen.</translation>
    </message>
    <message>
        <source>The commit {} cannot be read.</source>
        <translation>Der Commit {} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The commit {} is not in the clone {}. &apos;git fetch&apos; run there may bring it.</source>
        <translation>Der Commit {} ist nicht im Klon {}. „git fetch“, dort aufgerufen, kann ihn bringen.</translation>
    </message>
    <message>
        <source>The copy {} of the database cannot be written: {}. The database is as it was.</source>
        <translation>Die Kopie {} der Datenbank kann nicht geschrieben werden: {}. Die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>The database has no release &apos;{}&apos;. It has: {}.</source>
        <translation>Die Datenbank hat kein Release „{}“. Sie hat: {}.</translation>
    </message>
    <message>
        <source>The database {} gave an error: {}.</source>
        <translation>Die Datenbank {} meldet einen Fehler: {}.</translation>
    </message>
    <message>
        <source>The document has {} MiB; the program shows documents of up to {} MiB. Split it into several.</source>
        <translation>Das Dokument hat {} MiB; das Programm zeigt Dokumente bis {} MiB. Teilen Sie es auf.</translation>
    </message>
    <message>
        <source>The export cannot be written. Check that there is space left and that you may write there.</source>
        <translation>Der Export kann nicht geschrieben werden. Sehen Sie nach, ob noch Platz ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde angehalten.</translation>
    </message>
    <message>
        <source>The field &apos;{}:&apos; needs a value behind it.</source>
        <translation>Hinter dem Feld „{}:“ muss ein Wert stehen.</translation>
    </message>
    <message>
        <source>The folder {} cannot be looked into: you have no right to.</source>
        <translation>In den Ordner {} kann nicht hineingesehen werden: Ihnen fehlt das Recht dazu.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Choose another one.</source>
        <translation>Der Ordner {} kann nicht angelegt werden: {}. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder {} cannot be written to: its permissions forbid it, or the disk is full. Choose another one.</source>
        <translation>In den Ordner {} kann nicht geschrieben werden: Die Rechte verbieten es, oder die Platte ist voll. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder {} cannot be written to: {}. Choose another one.</source>
        <translation>In den Ordner {} kann nicht geschrieben werden: {}. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder {} for the database cannot be made: {}.</source>
        <translation>Der Ordner {} für die Datenbank kann nicht angelegt werden: {}.</translation>
    </message>
    <message>
        <source>The folder {} is there already and holds something. Choose a folder that is not there yet; to read what is in that one, import from it.</source>
        <translation>Den Ordner {} gibt es schon, und er enthält etwas. Wählen Sie einen Ordner, den es noch nicht gibt; um zu lesen, was in jenem ist, importieren Sie daraus.</translation>
    </message>
    <message>
        <source>The folder {} is there already, with {}. Choose another one for {}.</source>
        <translation>Den Ordner {} gibt es schon, mit {}. Wählen Sie einen anderen für {}.</translation>
    </message>
    <message>
        <source>The history of {} begins on {}, with a commit that brings all files at once: what it took before cannot be told.</source>
        <translation>Die Geschichte von {} beginnt am {}, mit einem Commit, der alle Dateien auf einmal bringt: Was vorher übernommen wurde, ist nicht zu sagen.</translation>
    </message>
    <message>
        <source>The import was stopped; the database is as it was.</source>
        <translation>Der Import wurde angehalten; die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>The lines of {} of {} file changes could not be counted, and sums are without them: {}.</source>
        <translation>Die Zeilen von {} von {} Dateiänderungen konnten nicht gezählt werden, und Summen sind ohne sie: {}.</translation>
    </message>
    <message>
        <source>The program&apos;s data file {} is not installed. Install the program again, or name its data folder in MERGEWINDOW_DATA.</source>
        <translation>Die Datendatei {} des Programms ist nicht installiert. Installieren Sie das Programm neu, oder nennen Sie seinen Datenordner in MERGEWINDOW_DATA.</translation>
    </message>
    <message>
        <source>The range {0}..{1} is empty: everything in {1} is in {0} already. Swap the two, or choose a later end.</source>
        <translation>Der Bereich {0}..{1} ist leer: Alles in {1} ist schon in {0}. Tauschen Sie die beiden, oder wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>The reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>The release changed in {} while its lines were counted. Import it again.</source>
        <translation>Das Release hat sich in {} geändert, während seine Zeilen gezählt wurden. Importieren Sie es neu.</translation>
    </message>
    <message>
        <source>The replacements of {} (git replace) cannot be read: {}.</source>
        <translation>Die Ersetzungen in {} (git replace) können nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>The repository has no tag {}: {}.</source>
        <translation>Das Repository hat keinen Tag {}: {}.</translation>
    </message>
    <message>
        <source>The repository {0} belongs to another user, so it is not read. If you trust it, allow it with: git config --global --add safe.directory &apos;{1}&apos;</source>
        <translation>Das Repository {0} gehört jemand anderem, darum wird es nicht gelesen. Wenn Sie ihm trauen, erlauben Sie es mit: git config --global --add safe.directory &apos;{1}&apos;</translation>
    </message>
    <message>
        <source>The repository {0} has format version {1} (core.repositoryFormatVersion), and this program knows {2} at most; it is not damaged. Make a copy that can be read, with the git that made it: git clone --mirror &apos;{0}&apos; COPY</source>
        <translation>Das Repository {0} hat das Format {1} (core.repositoryFormatVersion), und dieses Programm kennt höchstens {2}; beschädigt ist es nicht. Machen Sie mit dem Git, das es gemacht hat, eine lesbare Kopie: git clone --mirror &apos;{0}&apos; KOPIE</translation>
    </message>
    <message>
        <source>The repository {0} keeps its branches and tags as &apos;{1}&apos;, which this program cannot read; it is not damaged. Make a copy that can be read, with the git that made it: git clone --mirror --ref-format=files &apos;{0}&apos; COPY</source>
        <translation>Das Repository {0} hält seine Branches und Tags als „{1}“, was dieses Programm nicht lesen kann; beschädigt ist es nicht. Machen Sie mit dem Git, das es gemacht hat, eine lesbare Kopie: git clone --mirror --ref-format=files &apos;{0}&apos; KOPIE</translation>
    </message>
    <message>
        <source>The repository {0} keeps its branches and tags in a reftable (git 2.45 and newer), which this program cannot read; it is not damaged. Convert it with: git -C &apos;{0}&apos; refs migrate --ref-format=files (git 2.46 and newer), or make a copy that can be read: git clone --mirror --ref-format=files &apos;{0}&apos; COPY</source>
        <translation>Das Repository {0} hält seine Branches und Tags in einer Reftable (ab Git 2.45), die dieses Programm nicht lesen kann; beschädigt ist es nicht. Wandeln Sie es um mit: git -C &apos;{0}&apos; refs migrate --ref-format=files (ab Git 2.46), oder machen Sie eine lesbare Kopie: git clone --mirror --ref-format=files &apos;{0}&apos; KOPIE</translation>
    </message>
    <message>
        <source>The repository {0} names its objects by {1}, and this program reads SHA-1, as kernel.org&apos;s clones have it. Use such a clone, or make one with other names from this one: &apos;git init --bare --object-format=sha1 COPY&apos;, then git -C &apos;{0}&apos; fast-export --all | git -C COPY fast-import</source>
        <translation>Das Repository {0} benennt seine Objekte nach {1}, und dieses Programm liest SHA-1, wie es Klone von kernel.org haben. Nehmen Sie einen solchen Klon, oder machen Sie aus diesem einen mit anderen Namen: „git init --bare --object-format=sha1 KOPIE“, dann git -C &apos;{0}&apos; fast-export --all | git -C KOPIE fast-import</translation>
    </message>
    <message>
        <source>The repository {0} uses the extension &apos;{1}&apos; (extensions.{1} in its configuration), which this program does not know; it is not damaged. Make a copy without it, with the git that made it: git clone --mirror &apos;{0}&apos; COPY</source>
        <translation>Das Repository {0} benutzt die Erweiterung „{1}“ (extensions.{1} in seiner Konfiguration), die dieses Programm nicht kennt; beschädigt ist es nicht. Machen Sie mit dem Git, das es gemacht hat, eine Kopie ohne sie: git clone --mirror &apos;{0}&apos; KOPIE</translation>
    </message>
    <message>
        <source>The repository {} cannot be opened: {}. &apos;git fsck&apos; run there tells whether it is damaged.</source>
        <translation>Das Repository {} kann nicht geöffnet werden: {}. „git fsck“, dort aufgerufen, sagt, ob es beschädigt ist.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>The server does not know how to leave the files&apos; contents out: all of them came along, and take their room.</source>
        <translation>Der Server kann den Inhalt der Dateien nicht weglassen: Er ist ganz mitgekommen und braucht seinen Platz.</translation>
    </message>
    <message>
        <source>The server does not send what came before commit {}, which is part of {}. Get the whole history instead.</source>
        <translation>Der Server schickt nicht, was vor Commit {} kam, der zu {} gehört. Holen Sie stattdessen die ganze Geschichte.</translation>
    </message>
    <message>
        <source>The shallow history of {} begins on {}: what it took before cannot be told.</source>
        <translation>Die flache Geschichte von {} beginnt am {}: Was vorher übernommen wurde, ist nicht zu sagen.</translation>
    </message>
    <message>
        <source>The tags of {} cannot be read: {}.</source>
        <translation>Die Tags von {} können nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>The two versions of {} cannot be compared: {}.</source>
        <translation>Die beiden Fassungen von {} können nicht verglichen werden: {}.</translation>
    </message>
    <message>
        <source>The variable {} of the environment cannot be read; git cannot read it either. Unset it.</source>
        <translation>Die Umgebungsvariable {} kann nicht gelesen werden; auch Git kann es nicht. Löschen Sie sie.</translation>
    </message>
    <message>
        <source>The {} {} is missing from {}: the clone is incomplete. &apos;git fsck&apos; run there tells what is missing, &apos;git fetch&apos; may bring it.</source>
        <translation>Das Objekt {} {} fehlt in {}: Der Klon ist unvollständig. „git fsck“, dort aufgerufen, sagt, was fehlt, „git fetch“ kann es bringen.</translation>
    </message>
    <message>
        <source>The {} {} of {} cannot be read: {}.</source>
        <translation>Das Objekt {} {} in {} kann nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>The {} {} of {} cannot be read: {}. &apos;git fsck&apos; run there tells what is damaged.</source>
        <translation>Das Objekt {} {} in {} kann nicht gelesen werden: {}. „git fsck“, dort aufgerufen, sagt, was beschädigt ist.</translation>
    </message>
    <message>
        <source>There is a NUL character here, which no text holds.</source>
        <translation>Hier steht ein NUL-Zeichen, das kein Text enthält.</translation>
    </message>
    <message>
        <source>There is a saved search &apos;{}&apos; already: choose another name or remove that one first.</source>
        <translation>Eine gespeicherte Suche „{}“ gibt es schon: Wählen Sie einen anderen Namen, oder entfernen Sie jene zuerst.</translation>
    </message>
    <message>
        <source>There is no MAINTAINERS file at the end of this range: subsystems are unknown.</source>
        <translation>Am Ende dieses Bereichs gibt es keine Datei MAINTAINERS: Subsysteme sind nicht bekannt.</translation>
    </message>
    <message>
        <source>There is no configuration in the database.</source>
        <translation>In der Datenbank ist keine Konfiguration.</translation>
    </message>
    <message>
        <source>There is no database {} yet, and so no release &apos;{}&apos; to remove.</source>
        <translation>Die Datenbank {} gibt es noch nicht, also auch kein Release „{}“, das entfernt werden könnte.</translation>
    </message>
    <message>
        <source>There is no database {} yet.</source>
        <translation>Die Datenbank {} gibt es noch nicht.</translation>
    </message>
    <message>
        <source>There is no field &apos;{}:&apos;; did you mean &apos;{}:&apos;? Put the word in quotes to search for it as it stands.</source>
        <translation>Ein Feld „{}:“ gibt es nicht; meinten Sie „{}:“? Setzen Sie das Wort in Anführungszeichen, um es so zu suchen, wie es da steht.</translation>
    </message>
    <message>
        <source>There is no folder {}. Give the path of a kernel clone.</source>
        <translation>Den Ordner {} gibt es nicht. Geben Sie den Pfad eines Kernel-Klons an.</translation>
    </message>
    <message>
        <source>There is no git on this computer. Install the package git (on Debian: apt install git), then try again.</source>
        <translation>Auf diesem Rechner ist kein Git. Installieren Sie das Paket git (auf Debian: apt install git), und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no git repository at {}. Give the folder of a kernel clone: the one that holds .git, or a bare repository.</source>
        <translation>Bei {} ist kein Git-Repository. Geben Sie den Ordner eines Kernel-Klons an: den, der .git enthält, oder ein Bare-Repository.</translation>
    </message>
    <message>
        <source>There is no imported release yet. Import one first.</source>
        <translation>Noch ist kein Release importiert. Importieren Sie zuerst eines.</translation>
    </message>
    <message>
        <source>There is no letter or digit here to search for.</source>
        <translation>Hier steht kein Buchstabe und keine Ziffer, wonach gesucht werden könnte.</translation>
    </message>
    <message>
        <source>There is no memory left to open a repository in.</source>
        <translation>Der Speicher reicht nicht, um ein Repository zu öffnen.</translation>
    </message>
    <message>
        <source>There is no opening bracket for this &apos;)&apos;.</source>
        <translation>Zu dieser „)“ fehlt die öffnende Klammer.</translation>
    </message>
    <message>
        <source>There is no release &apos;{}&apos;. Releases are: {}.</source>
        <translation>Ein Release „{}“ gibt es nicht. Releases sind: {}.</translation>
    </message>
    <message>
        <source>There is no release yet that a tree could be asked about. Import one first.</source>
        <translation>Noch gibt es kein Release, nach dem ein Baum gefragt werden könnte. Importieren Sie zuerst eines.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {}. Free some; the database is as it was.</source>
        <translation>Auf der Platte von {} ist kein Platz mehr. Schaffen Sie Platz; die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>There is no saved search &apos;{}&apos; any more.</source>
        <translation>Eine gespeicherte Suche „{}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no tree &apos;{}&apos;.</source>
        <translation>Einen Baum „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no tree &apos;{}&apos;. Trees are: {}.</source>
        <translation>Einen Baum „{}“ gibt es nicht. Bäume sind: {}.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the page.</source>
        <translation>Der Speicher reicht nicht, um die Seite zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing between these brackets.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>There is nothing between these quotes.</source>
        <translation>Zwischen diesen Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>This SQLite cannot split texts into words.</source>
        <translation>Dieses SQLite kann Texte nicht in Wörter teilen.</translation>
    </message>
    <message>
        <source>This SQLite has no full-text search (FTS5).</source>
        <translation>Dieses SQLite hat keine Volltextsuche (FTS5).</translation>
    </message>
    <message>
        <source>This bracket is never closed: a &apos;)&apos; is missing.</source>
        <translation>Diese Klammer wird nie geschlossen: Eine „)“ fehlt.</translation>
    </message>
    <message>
        <source>This quote is never closed: a &apos;&quot;&apos; is missing.</source>
        <translation>Dieses Anführungszeichen wird nie geschlossen: Ein &apos;&quot;&apos; fehlt.</translation>
    </message>
    <message>
        <source>Two versions of a file cannot be compared: {}.</source>
        <translation>Zwei Fassungen einer Datei können nicht verglichen werden: {}.</translation>
    </message>
    <message>
        <source>What changed at the edges could not be read: git could not bring the files that it is read from ({}).</source>
        <translation>Was sich an den Rändern geändert hat, konnte nicht gelesen werden: Git konnte die Dateien nicht holen, aus denen es gelesen wird ({}).</translation>
    </message>
    <message>
        <source>What changed at the edges was read from the trees of 6.6 and 6.7.3, so that it has what three stable releases changed as well.</source>
        <translation>Was sich an den Rändern geändert hat, wurde aus den Trees von 6.6 und 6.7.3 gelesen, es enthält also auch, was drei stabile Releases geändert haben.</translation>
    </message>
    <message>
        <source>Write 2023, 2023-11, 2023-11-03, 2023-11-03T12:00:00 (UTC), or @ and seconds since 1970.</source>
        <translation>Schreiben Sie 2023, 2023-11, 2023-11-03, 2023-11-03T12:00:00 (UTC) oder @ und Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>Your own choice; the rules say {}: {}</source>
        <translation>Ihre eigene Wahl; die Regeln sagen {}: {}</translation>
    </message>
    <message>
        <source>a line is no VERSION:ID:VERSION:ID</source>
        <translation>eine Zeile ist kein VERSION:ID:VERSION:ID</translation>
    </message>
    <message>
        <source>a pack in {} that should have the object {} is damaged ({})</source>
        <translation>ein Pack in {}, das das Objekt {} haben sollte, ist beschädigt ({})</translation>
    </message>
    <message>
        <source>a section&apos;s key</source>
        <translation>ein Abschnitt sein</translation>
    </message>
    <message>
        <source>a subgroup&apos;s key</source>
        <translation>eine Untergruppe sein</translation>
    </message>
    <message>
        <source>adds a file</source>
        <translation>fügt eine Datei hinzu</translation>
    </message>
    <message>
        <source>adds trace events</source>
        <translation>fügt Trace-Events hinzu</translation>
    </message>
    <message>
        <source>adds {} files</source>
        <translation>fügt {} Dateien hinzu</translation>
    </message>
    <message>
        <source>adds {} lines</source>
        <translation>fügt {} Zeilen hinzu</translation>
    </message>
    <message>
        <source>blob {} ({}) of commit {}</source>
        <translation>Blob {} ({}) des Commits {}</translation>
    </message>
    <message>
        <source>brings {} changesets</source>
        <translation>bringt {} Changesets</translation>
    </message>
    <message>
        <source>brought no changeset, and its title names no known tree</source>
        <translation>brachte kein Changeset, und sein Titel nennt keinen bekannten Baum</translation>
    </message>
    <message>
        <source>cannot be inflated: no memory</source>
        <translation>kann nicht entpackt werden: kein Speicher</translation>
    </message>
    <message>
        <source>cannot be opened: {}</source>
        <translation>kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <source>cannot be read: {}</source>
        <translation>kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>changes documentation</source>
        <translation>ändert Dokumentation</translation>
    </message>
    <message>
        <source>changes headers for user space</source>
        <translation>ändert Header für den Userspace</translation>
    </message>
    <message>
        <source>changes the configuration&apos;s options</source>
        <translation>ändert die Optionen der Konfiguration</translation>
    </message>
    <message>
        <source>changes the table of system calls</source>
        <translation>ändert die Tabelle der Systemaufrufe</translation>
    </message>
    <message>
        <source>changes {} files alike</source>
        <translation>ändert {} Dateien gleichartig</translation>
    </message>
    <message>
        <source>claims {} bytes, more than its file could hold</source>
        <translation>behauptet {} Bytes, mehr als in seine Datei passen</translation>
    </message>
    <message>
        <source>comes with new documentation</source>
        <translation>kommt mit neuer Dokumentation</translation>
    </message>
    <message>
        <source>documents an interface to user space</source>
        <translation>dokumentiert eine Schnittstelle zum Userspace</translation>
    </message>
    <message>
        <source>does not say its size</source>
        <translation>sagt seine Größe nicht</translation>
    </message>
    <message>
        <source>explains itself</source>
        <translation>erklärt sich</translation>
    </message>
    <message>
        <source>explains itself at length</source>
        <translation>erklärt sich ausführlich</translation>
    </message>
    <message>
        <source>follows others of its series</source>
        <translation>folgt auf andere seiner Serie</translation>
    </message>
    <message>
        <source>git cannot be run: {}</source>
        <translation>Git kann nicht gestartet werden: {}</translation>
    </message>
    <message>
        <source>git cannot be started: {}.</source>
        <translation>Git kann nicht gestartet werden: {}.</translation>
    </message>
    <message>
        <source>git could not bring it ({})</source>
        <translation>Git konnte sie nicht holen ({})</translation>
    </message>
    <message>
        <source>git could not fetch from {}: {}</source>
        <translation>Git konnte nichts von {} holen: {}</translation>
    </message>
    <message>
        <source>git ended without a word while it fetched from {}. Try again.</source>
        <translation>Git endete ohne ein Wort, während es von {} holte. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>git failed</source>
        <translation>Git ist gescheitert</translation>
    </message>
    <message>
        <source>git&apos;s configuration {} cannot be read: {}.</source>
        <translation>Die Git-Konfiguration {} kann nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>git&apos;s configuration {} includes files more than {} deep.</source>
        <translation>Die Git-Konfiguration {} bindet Dateien mehr als {} tief ein.</translation>
    </message>
    <message>
        <source>git&apos;s configuration {} is larger than any such file should be.</source>
        <translation>Die Git-Konfiguration {} ist größer, als eine solche Datei sein sollte.</translation>
    </message>
    <message>
        <source>has &apos;{}&apos;, which rule {} has already</source>
        <translation>hat „{}“, was schon die Regel {} hat</translation>
    </message>
    <message>
        <source>has a boot parameter</source>
        <translation>hat einen Boot-Parameter</translation>
    </message>
    <message>
        <source>has a type that git does not know</source>
        <translation>ist von einer Art, die Git nicht kennt</translation>
    </message>
    <message>
        <source>has bytes behind its end</source>
        <translation>hat Bytes hinter seinem Ende</translation>
    </message>
    <message>
        <source>has no header</source>
        <translation>hat keinen Kopf</translation>
    </message>
    <message>
        <source>has to be a list of strings</source>
        <translation>muss eine Liste von Zeichenketten sein</translation>
    </message>
    <message>
        <source>has to be a number from 0 to 100</source>
        <translation>muss eine Zahl von 0 bis 100 sein</translation>
    </message>
    <message>
        <source>has to be written as [[rule]] or [[weight]]</source>
        <translation>muss als [[rule]] oder [[weight]] geschrieben werden</translation>
    </message>
    <message>
        <source>has to be {}</source>
        <translation>muss {}</translation>
    </message>
    <message>
        <source>holds &apos;{}&apos; with a &apos;[&apos; that is never closed</source>
        <translation>enthält „{}“ mit einer „[“, die nie geschlossen wird</translation>
    </message>
    <message>
        <source>holds &apos;{}&apos; with braces that do not pair</source>
        <translation>enthält „{}“ mit geschweiften Klammern, die kein Paar sind</translation>
    </message>
    <message>
        <source>holds &apos;{}&apos;: &apos;***&apos; means nothing</source>
        <translation>enthält „{}“: „***“ bedeutet nichts</translation>
    </message>
    <message>
        <source>holds &apos;{}&apos;: paths begin at the kernel&apos;s top</source>
        <translation>enthält „{}“: Pfade beginnen im obersten Ordner des Kernels</translation>
    </message>
    <message>
        <source>holds &apos;{}&apos;: write it in lower case</source>
        <translation>enthält „{}“: Schreiben Sie es klein</translation>
    </message>
    <message>
        <source>holds something that is no text</source>
        <translation>enthält etwas, das kein Text ist</translation>
    </message>
    <message>
        <source>is an empty file</source>
        <translation>ist eine leere Datei</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>ist abgeschnitten</translation>
    </message>
    <message>
        <source>is damaged: its compressed bytes make no sense</source>
        <translation>ist beschädigt: Seine gepackten Bytes ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>is for testing and debugging</source>
        <translation>ist für Tests und Fehlersuche</translation>
    </message>
    <message>
        <source>is in drivers/staging</source>
        <translation>ist in drivers/staging</translation>
    </message>
    <message>
        <source>is inside of a tool</source>
        <translation>ist innerhalb eines Werkzeugs</translation>
    </message>
    <message>
        <source>is longer than it says</source>
        <translation>ist länger, als es sagt</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing from this rule</source>
        <translation>fehlt in dieser Regel</translation>
    </message>
    <message>
        <source>is needed in section hardware, and has no meaning elsewhere</source>
        <translation>wird im Abschnitt hardware gebraucht und bedeutet sonst nichts</translation>
    </message>
    <message>
        <source>is no plain file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is not a known key</source>
        <translation>ist kein bekannter Schlüssel</translation>
    </message>
    <message>
        <source>is shorter than it says</source>
        <translation>ist kürzer, als es sagt</translation>
    </message>
    <message>
        <source>is small</source>
        <translation>ist klein</translation>
    </message>
    <message>
        <source>is the largest of its series</source>
        <translation>ist das größte seiner Serie</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>it cannot be read as a rules file</source>
        <translation>kann nicht als Datei von Regeln gelesen werden</translation>
    </message>
    <message>
        <source>it has a Fixes: line</source>
        <translation>hat eine Zeile Fixes:</translation>
    </message>
    <message>
        <source>it has no tags of kernel releases at all</source>
        <translation>es hat gar keine Tags von Kernel-Releases</translation>
    </message>
    <message>
        <source>it has {} bytes, more than there is room for</source>
        <translation>es hat {} Bytes, mehr als Platz ist</translation>
    </message>
    <message>
        <source>it is a revert</source>
        <translation>ist ein Revert</translation>
    </message>
    <message>
        <source>it is for stable kernels</source>
        <translation>ist für stabile Kernel</translation>
    </message>
    <message>
        <source>it is no CVE record in JSON</source>
        <translation>ist kein CVE-Eintrag in JSON</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>it landed after the merge window</source>
        <translation>kam nach dem Merge-Fenster an</translation>
    </message>
    <message>
        <source>its best changesets, the first of them “{}”</source>
        <translation>seine besten Changesets, als erstes „{}“</translation>
    </message>
    <message>
        <source>its end is not known</source>
        <translation>sein Ende ist nicht bekannt</translation>
    </message>
    <message>
        <source>its newest is {}</source>
        <translation>sein neuester ist {}</translation>
    </message>
    <message>
        <source>its one file</source>
        <translation>seine eine Datei</translation>
    </message>
    <message>
        <source>its pull names a tree of rule {}</source>
        <translation>sein Pull nennt einen Baum der Regel {}</translation>
    </message>
    <message>
        <source>its title names a tree of rule {}</source>
        <translation>sein Titel nennt einen Baum der Regel {}</translation>
    </message>
    <message>
        <source>its title says cleanup</source>
        <translation>sein Titel sagt, dass aufgeräumt wird</translation>
    </message>
    <message>
        <source>its title says fix</source>
        <translation>sein Titel sagt, dass ein Fehler behoben wird</translation>
    </message>
    <message>
        <source>its title says plumbing</source>
        <translation>sein Titel spricht von innerer Arbeit</translation>
    </message>
    <message>
        <source>its title says that it is for other developers</source>
        <translation>sein Titel sagt, dass es für andere Entwickler ist</translation>
    </message>
    <message>
        <source>its title says that something is new</source>
        <translation>sein Titel sagt, dass etwas neu ist</translation>
    </message>
    <message>
        <source>its title says upkeep</source>
        <translation>sein Titel spricht von Pflege</translation>
    </message>
    <message>
        <source>its tree builds nothing for arch/{}</source>
        <translation>sein Tree baut nichts für arch/{}</translation>
    </message>
    <message>
        <source>moves code that was there</source>
        <translation>verschiebt Code, der schon da war</translation>
    </message>
    <message>
        <source>names something to be set</source>
        <translation>nennt etwas, das eingestellt wird</translation>
    </message>
    <message>
        <source>no answer in {} seconds</source>
        <translation>keine Antwort in {} Sekunden</translation>
    </message>
    <message>
        <source>no reason for its section.</source>
        <translation>kein Grund für seinen Abschnitt.</translation>
    </message>
    <message>
        <source>no rule, MAINTAINERS entry or pull speaks for a section</source>
        <translation>keine Regel, kein Eintrag in MAINTAINERS und kein Pull spricht für einen Abschnitt</translation>
    </message>
    <message>
        <source>no such kind or change.</source>
        <translation>keine solche Art oder Änderung.</translation>
    </message>
    <message>
        <source>no such section or subgroup, or an id that is not hexadecimal.</source>
        <translation>kein solcher Abschnitt oder keine solche Untergruppe, oder eine Id, die nicht hexadezimal ist.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not sorted yet</source>
        <translation>noch nicht eingeordnet</translation>
    </message>
    <message>
        <source>nothing but {} of rule {}</source>
        <translation>nichts als {} der Regel {}</translation>
    </message>
    <message>
        <source>object {} is replaced again and again (git replace)</source>
        <translation>Objekt {} wird immer wieder ersetzt (git replace)</translation>
    </message>
    <message>
        <source>removes {} files</source>
        <translation>entfernt {} Dateien</translation>
    </message>
    <message>
        <source>says in figures what it gains</source>
        <translation>sagt in Zahlen, was es bringt</translation>
    </message>
    <message>
        <source>says nothing: it has none of titles, words, paths, entries, pulls</source>
        <translation>sagt nichts: Sie hat weder titles noch words, paths, entries oder pulls</translation>
    </message>
    <message>
        <source>says what it brings</source>
        <translation>sagt, was er bringt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>supports new hardware: {}</source>
        <translation>unterstützt neue Hardware: {}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>ein Text sein</translation>
    </message>
    <message>
        <source>the contents of its Makefiles were left out of this partial clone (&apos;git fetch --refetch --no-filter&apos; run there brings all contents)</source>
        <translation>der Inhalt der Makefiles wurde in diesem Teilklon ausgelassen („git fetch --refetch --no-filter“, dort aufgerufen, bringt alle Inhalte)</translation>
    </message>
    <message>
        <source>the clone names no address that git may be sent to</source>
        <translation>der Klon nennt keine Adresse, zu der Git geschickt werden darf</translation>
    </message>
    <message>
        <source>the loose object {} ({}) {}</source>
        <translation>das lose Objekt {} ({}) {}</translation>
    </message>
    <message>
        <source>the network was not asked</source>
        <translation>das Netz wurde nicht gefragt</translation>
    </message>
    <message>
        <source>the one changeset it brought is {}</source>
        <translation>das eine Changeset, das er brachte, ist {}</translation>
    </message>
    <message>
        <source>the pull&apos;s text names it</source>
        <translation>der Text des Pulls nennt es</translation>
    </message>
    <message>
        <source>the whole history</source>
        <translation>der ganzen Geschichte</translation>
    </message>
    <message>
        <source>there are more than {} of them in the file</source>
        <translation>in der Datei sind mehr als {} davon</translation>
    </message>
    <message>
        <source>there is no folder for it: neither XDG_CACHE_HOME nor HOME is set</source>
        <translation>es gibt keinen Ordner dafür: Weder XDG_CACHE_HOME noch HOME ist gesetzt</translation>
    </message>
    <message>
        <source>there is no git on this computer</source>
        <translation>auf diesem Rechner ist kein Git</translation>
    </message>
    <message>
        <source>title begins with &apos;{}&apos;</source>
        <translation>Titel beginnt mit „{}“</translation>
    </message>
    <message>
        <source>title names {}</source>
        <translation>Titel nennt {}</translation>
    </message>
    <message>
        <source>title says &apos;{}&apos;</source>
        <translation>Titel sagt „{}“</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false sein</translation>
    </message>
    <message>
        <source>writes anew what was there</source>
        <translation>schreibt neu, was schon da war</translation>
    </message>
    <message>
        <source>{0} cannot be read where it is: {0}-wal beside it holds changes that are not in it yet, and nothing can be written in this folder. Copy both into a folder that you may write to.</source>
        <translation>{0} kann nicht gelesen werden, wo es liegt: {0}-wal daneben enthält Änderungen, die noch nicht darin sind, und in diesem Ordner kann nichts geschrieben werden. Kopieren Sie beide in einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>{0} has no revision &apos;{1}&apos;: it is a shallow clone, which may lack older releases. &apos;git -C {0} fetch --unshallow --tags&apos; brings them all; &apos;git -C {0} fetch --tags --shallow-since=DATE&apos; those since a date.</source>
        <translation>{0} hat keine Revision „{1}“: Es ist ein flacher Klon, dem ältere Releases fehlen können. „git -C {0} fetch --unshallow --tags“ bringt sie alle, „git -C {0} fetch --tags --shallow-since=DATUM“ die seit einem Datum.</translation>
    </message>
    <message>
        <source>{0} is a bundle: a clone packed into one file. Unpack it with: git clone --mirror &apos;{0}&apos; FOLDER</source>
        <translation>{0} ist ein Bundle: ein Klon in einer Datei. Packen Sie es aus mit: git clone --mirror &apos;{0}&apos; ORDNER</translation>
    </message>
    <message>
        <source>{0} is a shallow clone. {1} of the commits are older than some at which it is cut off, so that they may have been in {2} already. {3}.</source>
        <translation>{0} ist ein flacher Klon. {1} der Commits sind älter als einige, an denen er abgeschnitten ist, so dass sie schon in {2} gewesen sein können. {3}.</translation>
    </message>
    <message>
        <source>{0} is empty or not there, but its log {1} is: the database was moved away without it. Put the database back, or move {1} away as well; nothing was touched.</source>
        <translation>{0} ist leer oder nicht da, aber das Log {1} ist da: Die Datenbank wurde ohne es verschoben. Legen Sie die Datenbank zurück, oder verschieben Sie auch {1}; nichts wurde angerührt.</translation>
    </message>
    <message>
        <source>{0} leads to {1}, and there is no git repository: it was moved or removed, or the disk that it is on is not there. &apos;git worktree repair&apos; or &apos;git submodule update&apos; run in the main clone puts it right.</source>
        <translation>{0} führt zu {1}, und dort ist kein Git-Repository: Es wurde verschoben oder entfernt, oder seine Platte ist nicht da. „git worktree repair“ oder „git submodule update“, im Hauptklon aufgerufen, bringt es in Ordnung.</translation>
    </message>
    <message>
        <source>{0} of {1} is not in this partial clone, and {2}. Subsystems and corrected names may be missing until it is: &apos;git show {1}:{0}&apos; run there brings it.</source>
        <translation>{0} von {1} ist nicht in diesem Teilklon, und {2}. Subsysteme und berichtigte Namen können fehlen, bis es da ist: „git show {1}:{0}“, dort aufgerufen, holt es.</translation>
    </message>
    <message>
        <source>{} The rules say {}: {}</source>
        <translation>{} Die Regeln sagen {}: {}</translation>
    </message>
    <message>
        <source>{} alone</source>
        <translation>{} allein</translation>
    </message>
    <message>
        <source>{} are damaged (&apos;git fsck&apos; run there tells what is damaged), first {}</source>
        <translation>{} sind beschädigt („git fsck“, dort aufgerufen, sagt, was), zuerst {}</translation>
    </message>
    <message>
        <source>{} are larger than what is compared ({} MiB), first {}</source>
        <translation>{} sind größer, als verglichen wird ({} MiB), zuerst {}</translation>
    </message>
    <message>
        <source>{} are missing from the clone (&apos;git fsck&apos; run there tells what is missing), first {}</source>
        <translation>{} fehlen im Klon („git fsck“, dort aufgerufen, sagt, was), zuerst {}</translation>
    </message>
    <message>
        <source>{} at character {}</source>
        <translation>{} bei Zeichen {}</translation>
    </message>
    <message>
        <source>{} by MAINTAINERS entry &apos;{}&apos;; rule {}</source>
        <translation>{} nach dem MAINTAINERS-Eintrag „{}“; Regel {}</translation>
    </message>
    <message>
        <source>{} cannot be looked at: {}. Check that you may enter its folder.</source>
        <translation>{} kann nicht angesehen werden: {}. Sehen Sie nach, ob Sie seinen Ordner betreten dürfen.</translation>
    </message>
    <message>
        <source>{} cannot be opened. Check that its folder exists and that you may read and write there.</source>
        <translation>{} kann nicht geöffnet werden. Sehen Sie nach, ob es den Ordner gibt und ob Sie dort lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>{} cannot be read or written ({}): the disk may be full or a size limit reached. The database is as it was.</source>
        <translation>{} kann nicht gelesen oder geschrieben werden ({}): Die Platte kann voll oder eine Größengrenze erreicht sein. Die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>{} cannot be read.</source>
        <translation>{} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{} cannot be read. Check that you may read it.</source>
        <translation>{} kann nicht gelesen werden. Sehen Sie nach, ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>{} cannot be written</source>
        <translation>{} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>{} cannot be written ({}): the disk may be full or a size limit reached. The database is as it was.</source>
        <translation>{} kann nicht geschrieben werden ({}): Die Platte kann voll oder eine Größengrenze erreicht sein. Die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>{} cannot be written to.</source>
        <translation>In {} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{} cannot be written.</source>
        <translation>{} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{} cannot be written: it is write-protected. Choose another name, or allow yourself to write it.</source>
        <translation>{} kann nicht geschrieben werden: Die Datei ist schreibgeschützt. Wählen Sie einen anderen Namen, oder erlauben Sie sich das Schreiben.</translation>
    </message>
    <message>
        <source>{} cannot be written: it, or the folder it is in, is read-only.</source>
        <translation>{} kann nicht geschrieben werden: Die Datei oder ihr Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{} cannot be written: there is no space left. Make room, or choose another place.</source>
        <translation>{} kann nicht geschrieben werden: Es ist kein Platz mehr. Schaffen Sie Platz, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{} cannot be written: there is no such folder. Make it first, or choose another.</source>
        <translation>{} kann nicht geschrieben werden: Den Ordner gibt es nicht. Legen Sie ihn zuerst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{} cannot be written: you may not write in its folder. Choose another.</source>
        <translation>{} kann nicht geschrieben werden: In ihrem Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}.</source>
        <translation>{} kann nicht geschrieben werden: {}.</translation>
    </message>
    <message>
        <source>{} comes with the program and cannot be removed: it would be there again at the next start.</source>
        <translation>{} kommt mit dem Programm und kann nicht entfernt werden: Beim nächsten Start wäre es wieder da.</translation>
    </message>
    <message>
        <source>{} commits of this range (the first is {}) are</source>
        <translation>{} Commits dieses Bereichs (der erste ist {}) wurden</translation>
    </message>
    <message>
        <source>{} could not be asked: {}</source>
        <translation>{} konnte nicht gefragt werden: {}</translation>
    </message>
    <message>
        <source>{} could not be listed: {}.</source>
        <translation>{} konnte nicht aufgelistet werden: {}.</translation>
    </message>
    <message>
        <source>{} could not be written to its end: {}. All of it is in {}.</source>
        <translation>{} konnte nicht bis zum Ende geschrieben werden: {}. Alles ist in {}.</translation>
    </message>
    <message>
        <source>{} fields where the header names {}.</source>
        <translation>{} Felder, wo der Kopf {} nennt.</translation>
    </message>
    <message>
        <source>{} files</source>
        <translation>{} Dateien</translation>
    </message>
    <message>
        <source>{} given other parents by the file info/grafts of the clone {}, and read with them, as &apos;git log&apos; does.</source>
        <translation>{} von der Datei info/grafts des Klons {} mit anderen Vorgängern versehen und mit ihnen gelesen, wie „git log“ es tut.</translation>
    </message>
    <message>
        <source>{} has no &apos;# name: ...&apos; line.</source>
        <translation>{} hat keine Zeile „# name: ...“.</translation>
    </message>
    <message>
        <source>{} has no published CVE records: a clone of the kernel&apos;s repository &quot;vulns&quot; has them below {}.</source>
        <translation>{} hat keine veröffentlichten CVE-Einträge: Ein Klon des Kernel-Repositorys „vulns“ hat sie unter {}.</translation>
    </message>
    <message>
        <source>{} has no release &apos;{}&apos; any more.</source>
        <translation>{} hat kein Release „{}“ mehr.</translation>
    </message>
    <message>
        <source>{} has no release &apos;{}&apos;.</source>
        <translation>{} hat kein Release „{}“.</translation>
    </message>
    <message>
        <source>{} has no revision &apos;{}&apos;. &apos;git tag&apos; run there lists its releases; &apos;git fetch --tags&apos; brings newer ones.</source>
        <translation>{} hat keine Revision „{}“. „git tag“, dort aufgerufen, nennt seine Releases; „git fetch --tags“ bringt neuere.</translation>
    </message>
    <message>
        <source>{} has the layout of an older version of this program. Import a release or start the browser once to bring it up to date.</source>
        <translation>{} ist von einer älteren Fassung dieses Programms. Importieren Sie ein Release, oder starten Sie den Browser einmal, um sie zu erneuern.</translation>
    </message>
    <message>
        <source>{} holds nothing but zeros: a disk that failed leaves such files. Move it away; a backup beside it, where there is one, can be renamed to take its place.</source>
        <translation>{} enthält nichts als Nullen: Solche Dateien hinterlässt eine defekte Platte. Verschieben Sie sie; eine Sicherung daneben kann, wenn es eine gibt, umbenannt ihren Platz einnehmen.</translation>
    </message>
    <message>
        <source>{} in {} areas, none with half of them: a change over the tree</source>
        <translation>{} in {} Gebieten, keines mit der Hälfte davon: eine Änderung quer durch den Kernel</translation>
    </message>
    <message>
        <source>{} is a database of another application; it was not touched.</source>
        <translation>{} ist eine Datenbank eines anderen Programms; sie wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>{} is a database. Choose another file: this would destroy it.</source>
        <translation>{} ist eine Datenbank. Wählen Sie eine andere Datei: Sie würde zerstört.</translation>
    </message>
    <message>
        <source>{} is a file: choose a folder that is not there yet.</source>
        <translation>{} ist eine Datei: Wählen Sie einen Ordner, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>{} is a folder, not a database file.</source>
        <translation>{} ist ein Ordner, keine Datei einer Datenbank.</translation>
    </message>
    <message>
        <source>{} is a folder. Name a file in it.</source>
        <translation>{} ist ein Ordner. Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>{} is a pipe. Choose a file.</source>
        <translation>{} ist eine Pipe. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>{} is a shallow clone, and it is cut off within {}..{}: what came before {}{} is not there. {}; then import again.</source>
        <translation>{} ist ein flacher Klon, und er ist innerhalb von {}..{} abgeschnitten: Was vor {}{} kam, ist nicht da. {}; importieren Sie danach noch einmal.</translation>
    </message>
    <message>
        <source>{} is being written by another import. Try again when it is done.</source>
        <translation>In {} schreibt gerade ein anderer Import. Versuchen Sie es noch einmal, wenn er fertig ist.</translation>
    </message>
    <message>
        <source>{} is damaged ({}). Move it away and import again; a backup beside it, where there is one, can be renamed to take its place.</source>
        <translation>{} ist beschädigt ({}). Verschieben Sie die Datei und importieren Sie neu; eine Sicherung daneben kann, wenn es eine gibt, umbenannt ihren Platz einnehmen.</translation>
    </message>
    <message>
        <source>{} is larger than {} MiB, more than the program shows. Split it into several.</source>
        <translation>{} ist größer als {} MiB, mehr, als das Programm zeigt. Teilen Sie die Datei auf.</translation>
    </message>
    <message>
        <source>{} is no SQLite database; it was not touched.</source>
        <translation>{} ist keine SQLite-Datenbank; sie wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>{} is no file but a device, a pipe or the like; it was not touched.</source>
        <translation>{} ist keine Datei, sondern ein Gerät, eine Pipe oder dergleichen; nichts wurde angerührt.</translation>
    </message>
    <message>
        <source>{} is no file that can be read. Choose a Markdown, HTML or text file.</source>
        <translation>{} ist keine Datei, die gelesen werden kann. Wählen Sie eine Markdown-, HTML- oder Textdatei.</translation>
    </message>
    <message>
        <source>{} is no kernel configuration: give a .config, a file /boot/config-*, or /proc/config.gz.</source>
        <translation>{} ist keine Kernel-Konfiguration: Geben Sie eine .config an, eine Datei /boot/config-* oder /proc/config.gz.</translation>
    </message>
    <message>
        <source>{} is not an ancestor of {}: the range holds what is in {} and not in {}, from where the two part.</source>
        <translation>{} ist kein Vorfahre von {}: Der Bereich enthält, was in {} ist und nicht in {}, ab da, wo sich die beiden trennen.</translation>
    </message>
    <message>
        <source>{} is of an older version of this program and is brought up to date only after a copy of it was made, but the copy {} cannot be written ({}). Make room there, or allow writing; the database is as it was.</source>
        <translation>{} ist von einer älteren Fassung dieses Programms und wird erst erneuert, nachdem eine Kopie gemacht wurde; aber die Kopie {} kann nicht geschrieben werden ({}). Schaffen Sie dort Platz, oder erlauben Sie das Schreiben; die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>{} is the first release that the repository has a tag for, so that nobody can say where it starts.</source>
        <translation>{} ist das erste Release, für das das Repository einen Tag hat, darum kann niemand sagen, wo es beginnt.</translation>
    </message>
    <message>
        <source>{} is write-protected, so nothing can be written into it. &apos;chmod u+w&apos; allows it.</source>
        <translation>{} ist schreibgeschützt, darum kann nichts hineingeschrieben werden. „chmod u+w“ erlaubt es.</translation>
    </message>
    <message>
        <source>{} like {}; rule {}</source>
        <translation>{} wie {}; Regel {}</translation>
    </message>
    <message>
        <source>{} names &apos;{}&apos;, which is no commit id.</source>
        <translation>{} nennt „{}“; das ist keine Commit-Id.</translation>
    </message>
    <message>
        <source>{} of the {} changesets it brought are {}</source>
        <translation>{} der {} Changesets, die er brachte, sind {}</translation>
    </message>
    <message>
        <source>{} of {} files</source>
        <translation>{} von {} Dateien</translation>
    </message>
    <message>
        <source>{} people reviewed or tested it</source>
        <translation>{} Leute haben es durchgesehen oder getestet</translation>
    </message>
    <message>
        <source>{} replaced in the clone {} (git replace) and read as &apos;git log&apos; reads it: as the replacement. With GIT_NO_REPLACE_OBJECTS=1 in the environment an import reads what was there before.</source>
        <translation>{} im Klon {} ersetzt (git replace) und gelesen, wie „git log“ liest: der Ersatz. Mit GIT_NO_REPLACE_OBJECTS=1 in der Umgebung liest ein Import, was vorher da war.</translation>
    </message>
    <message>
        <source>{} under {}; rule {}</source>
        <translation>{} unter {}; Regel {}</translation>
    </message>
    <message>
        <source>{} was written by a newer version of this program (its schema is {}, this program knows {}). Update the program; the file was not touched.</source>
        <translation>{} wurde von einer neueren Fassung dieses Programms geschrieben (ihr Schema ist {}, dieses Programm kennt {}). Erneuern Sie das Programm; die Datei wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>{} were left out of this partial clone (&apos;git fetch --refetch --no-filter&apos; run there brings all contents)</source>
        <translation>{} wurden in diesem Teilklon ausgelassen („git fetch --refetch --no-filter“, dort aufgerufen, bringt alle Inhalte)</translation>
    </message>
    <message>
        <source>{}, line {}: {}</source>
        <translation>{}, Zeile {}: {}</translation>
    </message>
    <message>
        <source>{}; rule {}</source>
        <translation>{}; Regel {}</translation>
    </message>
    <message>
        <source>&apos;severity:&apos; wants a CVSS score, as in severity:&gt;7, or one of: none, low, medium, high, critical, unknown.</source>
        <translation>„severity:“ braucht eine CVSS-Zahl, wie in severity:&gt;7, oder eines von: none, low, medium, high, critical, unknown.</translation>
    </message>
    <message>
        <source>The branches of {} cannot be read: {}.</source>
        <translation>Die Branches von {} können nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>What is searched was imported since the configuration was read.</source>
        <translation>Was durchsucht wird, wurde importiert, nachdem die Konfiguration gelesen wurde.</translation>
    </message>
    <message>
        <source>What is searched was imported since {} was read.</source>
        <translation>Was durchsucht wird, wurde importiert, nachdem {} gelesen wurde.</translation>
    </message>
    <message>
        <source>its Makefiles expand to more text than those of any kernel</source>
        <translation>seine Makefiles ergeben mehr Text als die irgendeines Kernels</translation>
    </message>
    <message>
        <source>{} cannot be read: it is cut off.</source>
        <translation>{} kann nicht gelesen werden: Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>{} cannot be read: it is damaged.</source>
        <translation>{} kann nicht gelesen werden: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>{} is no kernel configuration: unpacked it has more than {} MB, and one of today has less than one.</source>
        <translation>{} ist keine Kernel-Konfiguration: Ausgepackt hat sie mehr als {} MB, und eine von heute hat weniger als eines.</translation>
    </message>
    <message>
        <source>&apos;{0}:&apos; wants the id of a commit with seven digits or more, as in {0}:21ca59b.</source>
        <translation>„{0}:“ verlangt die Kennung eines Commits mit sieben oder mehr Ziffern, wie in {0}:21ca59b.</translation>
    </message>
    <message>
        <source>&apos;{0}:&apos; wants the id of a commit, as in {0}:21ca59b.</source>
        <translation>„{0}:“ verlangt die Kennung eines Commits, wie in {0}:21ca59b.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no name of a function, as in function:do_fork.</source>
        <translation>„{}“ ist kein Name einer Funktion, wie in function:do_fork.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; names no {}.</source>
        <translation>„{}“ nennt kein {}.</translation>
    </message>
    <message>
        <source>&apos;{}:&apos; finds lines by the names in them; there is none in this text.</source>
        <translation>„{}:“ findet Zeilen an den Namen darin; in diesem Text ist keiner.</translation>
    </message>
    <message>
        <source>Names of over {} bytes are not kept.</source>
        <translation>Namen von über {} Byte werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>No map of employers is known yet. Add one with: mergewindow-cli employers --read FILE (in the form of gitdm)</source>
        <translation>Noch ist keine Liste der Arbeitgeber bekannt. Fügen Sie eine hinzu mit: mergewindow-cli employers --read DATEI (in der Form von gitdm)</translation>
    </message>
    <message>
        <source>The identifiers in the lines of &apos;{}&apos; are not known. Import it again, with its lines, from a clone that has the contents of files.</source>
        <translation>Die Bezeichner in den Zeilen von „{}“ sind nicht bekannt. Importieren Sie es noch einmal, mit seinen Zeilen, aus einem Klon, der die Inhalte der Dateien hat.</translation>
    </message>
    <message>
        <source>The map of employers {} cannot be read. Check that it is a file and that you may read it.</source>
        <translation>Die Liste der Arbeitgeber {} kann nicht gelesen werden. Prüfen Sie, ob es eine Datei ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>it was imported from no clone.</source>
        <translation>es wurde aus keinem Klon importiert.</translation>
    </message>
    <message>
        <source>the clone {} lacks contents of files.</source>
        <translation>dem Klon {} fehlen Inhalte von Dateien.</translation>
    </message>
    <message>
        <source>the clone {} no longer has {}.</source>
        <translation>der Klon {} hat {} nicht mehr.</translation>
    </message>
    <message>
        <source>{} changesets may have the text in their lines, but that could not be verified: {}</source>
        <translation>{} Changesets haben den Text vielleicht in ihren Zeilen, doch das war nicht zu prüfen: {}</translation>
    </message>
    <message>
        <source>{} has a line &apos;{}&apos; that names no file.</source>
        <translation>{} hat eine Zeile „{}“, die keine Datei nennt.</translation>
    </message>
    <message>
        <source>{} is larger than 16 MiB, which no map of employers is.</source>
        <translation>{} ist größer als 16 MiB; das ist keine Liste der Arbeitgeber.</translation>
    </message>
    <message>
        <source>{} names no employer. A line says &apos;example.org Example Ltd.&apos;, or &apos;ann@example.org Example Ltd. &lt; 2020-01-31&apos; where that ended.</source>
        <translation>{} nennt keinen Arbeitgeber. Eine Zeile sagt „example.org Example Ltd.“ oder „ann@example.org Example Ltd. &lt; 2020-01-31“, wo das endete.</translation>
    </message>
    <message>
        <source>an index in {} is damaged: it leads from the object {} to another one</source>
        <translation>ein Index in {} ist beschädigt: Er führt vom Objekt {} zu einem anderen</translation>
    </message>
    <message>
        <source>The manual describes a command &apos;{}&apos;, which there is not.</source>
        <translation>Das Handbuch beschreibt einen Befehl „{}“, den es nicht gibt.</translation>
    </message>
    <message>
        <source>There is no completion for &apos;{}&apos;: name bash, zsh or fish.</source>
        <translation>Für „{}“ gibt es keine Vervollständigung: bash, zsh oder fish angeben.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; comes with the program and has no clone that it could be refreshed from.</source>
        <translation>„{}“ kommt mit dem Programm und hat keinen Klon, aus dem es aktualisiert werden könnte.</translation>
    </message>
    <message>
        <source>The database has no release &apos;{}&apos;.</source>
        <translation>Die Datenbank hat kein Release „{}“.</translation>
    </message>
    <message>
        <source>The release &apos;{}&apos; was changed by another program while it was refreshed. Refresh it again.</source>
        <translation>Das Release „{}“ wurde von einem anderen Programm geändert, während es aktualisiert wurde. Aktualisieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is a release &apos;{0}&apos; already, so that &apos;{1}&apos; cannot take that name. Remove one of the two.</source>
        <translation>Es gibt schon ein Release „{0}“, sodass „{1}“ diesen Namen nicht annehmen kann. Entfernen Sie eines der beiden.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; was imported without its lines, so its code is not known. Import it again with them.</source>
        <translation>„{}“ wurde ohne seine Zeilen importiert, sein Code ist daher nicht bekannt. Importieren Sie es noch einmal mit ihnen.</translation>
    </message>
    <message>
        <source>Of &apos;{}&apos;, which comes with the program, the code is not known. Import it from a clone.</source>
        <translation>Von „{}“, das mit dem Programm kommt, ist der Code nicht bekannt. Importieren Sie es aus einem Klon.</translation>
    </message>
    <message>
        <source>The clone of &apos;{}&apos; lacks contents of files, so its code is not known. Import it from a clone that has them.</source>
        <translation>Dem Klon von „{}“ fehlen Inhalte von Dateien, sein Code ist daher nicht bekannt. Importieren Sie es aus einem Klon, der sie hat.</translation>
    </message>
    <message>
        <source>The lines of &apos;{}&apos; are still to be counted; after that its code can be searched.</source>
        <translation>Die Zeilen von „{}“ sind noch zu zählen; danach kann sein Code durchsucht werden.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; was imported by an older version, which did not keep its code: index it first, or import it again.</source>
        <translation>„{}“ wurde von einer älteren Version importiert, die den Code nicht aufbewahrte: Indexieren Sie ihn erst, oder importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; was imported from no clone, so there is no code to index. Import the release from a clone of the kernel.</source>
        <translation>„{}“ wurde aus keinem Klon importiert, es gibt daher keinen Code zu indexieren. Importieren Sie das Release aus einem Klon des Kernels.</translation>
    </message>
    <message>
        <source>The clone {} lacks the contents of all {} files that &apos;{}&apos; changed, so its code cannot be searched. Fetch them with git, or import the release from a clone that has them.</source>
        <translation>Dem Klon {} fehlen die Inhalte aller {} Dateien, die „{}“ änderte, sein Code kann daher nicht durchsucht werden. Holen Sie sie mit git, oder importieren Sie das Release aus einem Klon, der sie hat.</translation>
    </message>
    <message>
        <source>has to be written as [project]</source>
        <translation>muss als [project] geschrieben werden</translation>
    </message>
    <message>
        <source>is no section</source>
        <translation>ist kein Abschnitt</translation>
    </message>
    <message>
        <source>is not a known table; known: [[rule]], [[weight]], [project]</source>
        <translation>ist keine bekannte Tabelle; bekannt sind: [[rule]], [[weight]], [project]</translation>
    </message>
    <message>
        <source>{} is an address, and what is wanted here is a clone on this computer.</source>
        <translation>{} ist eine Adresse; gebraucht wird hier ein Klon auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The release was changed by another program while it was sorted. Sort it again.</source>
        <translation>Das Release wurde von einem anderen Programm geändert, während es sortiert wurde. Sortieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{} was brought up to date by a newer version of this program while this one had it open. Start the newer one; nothing was written.</source>
        <translation>{} wurde von einer neueren Version dieses Programms auf deren Stand gebracht, während diese sie offen hatte. Starten Sie die neuere; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>The counting of lines was stopped. The release is there and can be used without them; import or refresh it again to go on with them.</source>
        <translation>Das Zählen der Zeilen wurde abgebrochen. Das Release ist da und kann ohne sie verwendet werden; ein neuer Import oder eine Aktualisierung macht mit ihnen weiter.</translation>
    </message>
    <message>
        <source>{} does not have the tables of the version that it says it has ({}): it is damaged. Move it away and import again; a backup beside it, where there is one, can be renamed to take its place.</source>
        <translation>{} hat nicht die Tabellen der Version, die sie angibt ({}): Sie ist beschädigt. Verschieben Sie sie und importieren Sie noch einmal; eine Sicherung daneben, wo es eine gibt, kann umbenannt an ihre Stelle treten.</translation>
    </message>
    <message>
        <source>{} is damaged (it says that its schema is {}). Move it away and import again; a backup beside it, where there is one, can be renamed to take its place.</source>
        <translation>{} ist beschädigt (sie gibt {} als ihr Schema an). Verschieben Sie sie und importieren Sie noch einmal; eine Sicherung daneben, wo es eine gibt, kann umbenannt an ihre Stelle treten.</translation>
    </message>
    <message>
        <source>&apos;*&apos; stands only at the end of a value, as in author:mill*; parts of a value are found without it. Put the value in quotes to search for a &apos;*&apos;.</source>
        <translation>„*“ steht nur am Ende eines Wertes, wie in author:mill*; Teile eines Wertes werden auch ohne gefunden. Setzen Sie den Wert in Anführungszeichen, um nach einem „*“ zu suchen.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; was imported without its lines, so what changed at its edges is not known. Import it again with them.</source>
        <translation>„{}“ wurde ohne seine Zeilen importiert; was sich an seinen Rändern geändert hat, ist daher nicht bekannt. Importieren Sie es noch einmal mit ihnen.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; was imported without its lines. Import it again with them.</source>
        <translation>„{}“ wurde ohne seine Zeilen importiert. Importieren Sie es noch einmal mit ihnen.</translation>
    </message>
    <message>
        <source>A &apos;-&apos; in front of a word leaves out what has it, as in -usb. Put NOT in quotes to search for the word.</source>
        <translation>Ein „-“ vor einem Wort lässt weg, was es hat, wie in -usb. Setzen Sie NOT in Anführungszeichen, um nach dem Wort zu suchen.</translation>
    </message>
    <message>
        <source>No CVE records were read yet.</source>
        <translation>Es wurden noch keine CVE-Einträge gelesen.</translation>
    </message>
    <message>
        <source>None of the CVE records that are known has a score.</source>
        <translation>Keiner der bekannten CVE-Einträge hat eine Bewertung.</translation>
    </message>
    <message>
        <source>Of &apos;{}&apos;, which comes with the program, lines are not known. Import it from a clone.</source>
        <translation>Von „{}“, das mit dem Programm kommt, sind die Zeilen nicht bekannt. Importieren Sie es aus einem Klon.</translation>
    </message>
    <message>
        <source>The CVE records that are known name nothing here, and may be of another release alone.</source>
        <translation>Die bekannten CVE-Einträge nennen hier nichts und gehören vielleicht nur zu einem anderen Release.</translation>
    </message>
    <message>
        <source>The clone of &apos;{}&apos; lacks contents of files, so its lines are not counted. Import it from a clone that has them.</source>
        <translation>Dem Klon von „{}“ fehlen Inhalte von Dateien, seine Zeilen sind daher nicht gezählt. Importieren Sie es aus einem Klon, der sie hat.</translation>
    </message>
    <message>
        <source>The clone of &apos;{}&apos; lacks contents of files, so what changed at its edges is not known. Import it from a clone that has them.</source>
        <translation>Dem Klon von „{}“ fehlen Inhalte von Dateien; was sich an seinen Rändern geändert hat, ist daher nicht bekannt. Importieren Sie es aus einem Klon, der sie hat.</translation>
    </message>
    <message>
        <source>The files of &apos;{}&apos; have not been read yet, so what changed at its edges is not known. An import reads them.</source>
        <translation>Die Dateien von „{}“ wurden noch nicht gelesen; was sich an seinen Rändern geändert hat, ist daher nicht bekannt. Ein Import liest sie.</translation>
    </message>
    <message>
        <source>The lines of &apos;{}&apos; are not counted yet.</source>
        <translation>Die Zeilen von „{}“ sind noch nicht gezählt.</translation>
    </message>
    <message>
        <source>What changed at the edges of &apos;{}&apos;, which comes with the program, is not known. Import it from a clone.</source>
        <translation>Was sich an den Rändern von „{}“, das mit dem Programm kommt, geändert hat, ist nicht bekannt. Importieren Sie es aus einem Klon.</translation>
    </message>
    <message>
        <source>Words beside each other must all be there: leave AND out, or put it in quotes to search for the word.</source>
        <translation>Wörter nebeneinander müssen alle da sein: Lassen Sie AND weg, oder setzen Sie es in Anführungszeichen, um nach dem Wort zu suchen.</translation>
    </message>
    <message>
        <source>No &apos;*&apos; can stand behind {}:{}, which is compared as a whole.</source>
        <translation>Hinter {}:{} kann kein &apos;*&apos; stehen: das wird als Ganzes verglichen.</translation>
    </message>
    <message>
        <source>holds &apos;{}&apos;: the braces of this file stand for over {} characters</source>
        <translation>enthält „{}“: die geschweiften Klammern dieser Datei stehen für mehr als {} Zeichen</translation>
    </message>
</context>
<context>
    <name>mw::ui::AboutDialog</name>
    <message>
        <source>Database: %1, schema %2</source>
        <translation>Datenbank: %1, Schema %2</translation>
    </message>
    <message>
        <source>Database: %1, not readable</source>
        <translation>Datenbank: %1, nicht lesbar</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Merge Window %1&lt;/h3&gt;&lt;p&gt;A browser for what went into a Linux release.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Merge Window %1&lt;/h3&gt;&lt;p&gt;Zeigt, was in ein Linux-Release eingegangen ist.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>mw::ui::Advice</name>
    <message>
        <source>Move it away and start again: a new database is made.</source>
        <translation>Verschieben Sie die Datei und starten Sie neu: Dann wird eine neue Datenbank angelegt.</translation>
    </message>
    <message>
        <source>An import makes it.</source>
        <translation>Ein Import legt sie an.</translation>
    </message>
    <message>
        <source>mergewindow-cli adds configurations, on the command line.</source>
        <translation>mergewindow-cli fügt auf der Kommandozeile Konfigurationen hinzu.</translation>
    </message>
    <message>
        <source>mergewindow-cli adds trees, on the command line.</source>
        <translation>mergewindow-cli fügt auf der Kommandozeile Bäume hinzu.</translation>
    </message>
    <message>
        <source>Import again and let git fetch it.</source>
        <translation>Importieren Sie noch einmal, und lassen Sie Git es holen.</translation>
    </message>
    <message>
        <source>mergewindow-cli reads it again, on the command line.</source>
        <translation>mergewindow-cli liest es auf der Kommandozeile neu ein.</translation>
    </message>
    <message>
        <source>&apos;Get a kernel history&apos; on the start page brings it.</source>
        <translation>„Eine Kernel-Historie holen“ auf der Startseite bringt sie her.</translation>
    </message>
    <message>
        <source>“Read CVE records…” in the menu “My kernel” reads them.</source>
        <translation>„CVE-Einträge lesen …“ im Menü „Mein Kernel“ liest sie.</translation>
    </message>
</context>
<context>
    <name>mw::ui::AnnotationActions</name>
    <message>
        <source>&amp;Put into…</source>
        <translation>&amp;Einordnen …</translation>
    </message>
    <message>
        <source>&amp;Back to the rules</source>
        <translation>&amp;Zurück zu den Regeln</translation>
    </message>
    <message>
        <source>&amp;Why here?</source>
        <translation>&amp;Warum hier?</translation>
    </message>
    <message>
        <source>&amp;Sort anew by the rules</source>
        <translation>Nach den Regeln &amp;neu einordnen</translation>
    </message>
    <message>
        <source>&amp;Edit own rules…</source>
        <translation>Eigene &amp;Regeln bearbeiten …</translation>
    </message>
    <message>
        <source>E&amp;xport my choices…</source>
        <translation>Meine Wahl e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Import choices…</source>
        <translation>Wahl &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Bookmark</source>
        <translation>&amp;Lesezeichen</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Gelesen</translation>
    </message>
    <message>
        <source>&amp;Keep track of what I have read</source>
        <translation>&amp;Merken, was ich gelesen habe</translation>
    </message>
    <message>
        <source>A commit that was shown for a moment counts as read; what is unread is bold</source>
        <translation>Ein Commit, der einen Moment zu sehen war, gilt als gelesen; Ungelesenes ist fett</translation>
    </message>
    <message>
        <source>&amp;My marks</source>
        <translation>Meine Mark&amp;ierungen</translation>
    </message>
    <message>
        <source>New &amp;hardware</source>
        <translation>Neue &amp;Hardware</translation>
    </message>
    <message>
        <source>B&amp;ookmarked</source>
        <translation>Mit L&amp;esezeichen</translation>
    </message>
    <message>
        <source>With a no&amp;te</source>
        <translation>Mit No&amp;tiz</translation>
    </message>
    <message>
        <source>&amp;Unread</source>
        <translation>&amp;Ungelesen</translation>
    </message>
    <message>
        <source>&amp;Sections</source>
        <translation>Ab&amp;schnitte</translation>
    </message>
    <message>
        <source>Mar&amp;ks</source>
        <translation>&amp;Markierungen</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Color</source>
        <translation>&amp;Farbe</translation>
    </message>
</context>
<context>
    <name>mw::ui::AnnotationController</name>
    <message>
        <source>Choices (*.tsv);;All files (*)</source>
        <translation>Wahl (*.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is nothing to sort: the selection that comes with the program keeps its sections, and no release was imported.</source>
        <translation>Es gibt nichts einzuordnen: Die Auswahl, die mit dem Programm kommt, behält ihre Abschnitte, und kein Release wurde importiert.</translation>
    </message>
    <message>
        <source>back to the rules</source>
        <translation>zurück zu den Regeln</translation>
    </message>
    <message>
        <source>Sorting anew…</source>
        <translation>Wird neu eingeordnet …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Put “%1” into:</source>
        <translation>„%1“ einordnen unter:</translation>
    </message>
    <message>
        <source>put into %1</source>
        <translation>eingeordnet unter %1</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>bookmark taken away</source>
        <translation>Lesezeichen weggenommen</translation>
    </message>
    <message>
        <source>mark as unread</source>
        <translation>als ungelesen markiert</translation>
    </message>
    <message>
        <source>mark as read</source>
        <translation>als gelesen markiert</translation>
    </message>
    <message>
        <source>colour taken away</source>
        <translation>Farbe weggenommen</translation>
    </message>
    <message>
        <source>colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Export my choices</source>
        <translation>Meine Wahl exportieren</translation>
    </message>
    <message>
        <source>Import choices</source>
        <translation>Wahl importieren</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Done: %1. Ctrl+Z takes it back.</source>
        <translation>Getan: %1. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Your note was not saved, but is kept as long as the window is open. %1</source>
        <translation>Ihre Notiz wurde nicht gespeichert, bleibt aber, solange das Fenster offen ist. %1</translation>
    </message>
    <message>
        <source>Open line %1</source>
        <translation>Zeile %1 öffnen</translation>
    </message>
    <message>
        <source>Open the rules</source>
        <translation>Die Regeln öffnen</translation>
    </message>
    <message>
        <source>The rules are wrong, so nothing was sorted. %1</source>
        <translation>Die Regeln sind fehlerhaft, darum wurde nichts eingeordnet. %1</translation>
    </message>
    <message>
        <source>Export my marks</source>
        <translation>Meine Markierungen exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md);;All files (*)</source>
        <translation>Markdown (*.md);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Your marks were written to %1.</source>
        <translation>Ihre Markierungen wurden nach %1 geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Sorted anew in %2 s: %Ln release(s). Your own choices stay.</source>
        <translation>
            <numerusform>In %2 s neu eingeordnet: %Ln Release. Ihre eigene Wahl bleibt.</numerusform>
            <numerusform>In %2 s neu eingeordnet: %Ln Releases. Ihre eigene Wahl bleibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import of %Ln choice(s)</source>
        <translation>
            <numerusform>Import von %Ln Wahl</numerusform>
            <numerusform>Import von %Ln Einordnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choice(s) written to %1.</source>
        <translation>
            <numerusform>%Ln Einordnung nach %1 geschrieben.</numerusform>
            <numerusform>%Ln Einordnungen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln commit(s)</source>
        <translation>
            <numerusform>%1, %Ln Commit</numerusform>
            <numerusform>%1, %Ln Commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put the %Ln selected commit(s) into:</source>
        <translation>
            <numerusform>Den %Ln ausgewählten Commit einordnen unter:</numerusform>
            <numerusform>Die %Ln ausgewählten Commits einordnen unter:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::AsOfBar</name>
    <message>
        <source>As &amp;of:</source>
        <translation>&amp;Zeitpunkt:</translation>
    </message>
    <message>
        <source>As of this date</source>
        <translation>Stand an diesem Tag</translation>
    </message>
    <message>
        <source>As of the middle of the merge window, about a week in</source>
        <translation>Stand in der Mitte des Merge-Fensters, nach etwa einer Woche</translation>
    </message>
    <message>
        <source>Merge window</source>
        <translation>Merge-Fenster</translation>
    </message>
    <message>
        <source>As of the end of the merge window</source>
        <translation>Stand am Ende des Merge-Fensters</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All that landed, up to the release</source>
        <translation>Alles, was bis zum Release ankam</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>Erste Hälfte</translation>
    </message>
</context>
<context>
    <name>mw::ui::AsOfSlider</name>
    <message>
        <source>As of which day</source>
        <translation>Stand an welchem Tag</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln landed on this day</source>
        <translation>
            <numerusform>%1: %Ln kam an diesem Tag an</numerusform>
            <numerusform>%1: %Ln kamen an diesem Tag an</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::BadgeBar</name>
    <message>
        <source>Show all new hardware of this release</source>
        <translation>Alle neue Hardware dieses Release zeigen</translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation>Warum hier?</translation>
    </message>
    <message>
        <source>Show all that you have marked</source>
        <translation>Alles zeigen, was Sie markiert haben</translation>
    </message>
    <message>
        <source>Read and write your note</source>
        <translation>Ihre Notiz lesen und schreiben</translation>
    </message>
    <message>
        <source>Adds: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Your own choice: %1</source>
        <translation>Ihre eigene Wahl: %1</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Mit Lesezeichen</translation>
    </message>
    <message>
        <source>Show all that is yours by a star</source>
        <translation>Alles zeigen, was durch einen Stern Ihres ist</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
</context>
<context>
    <name>mw::ui::BarChart</name>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>mw::ui::BreakdownController</name>
    <message>
        <source>&amp;Landings by day</source>
        <translation>An&amp;gekommenes nach Tagen</translation>
    </message>
    <message>
        <source>The days of the release, and as of which it is looked at</source>
        <translation>Die Tage des Release, und auf welchem Stand es angesehen wird</translation>
    </message>
    <message>
        <source>&amp;Pulls</source>
        <translation>&amp;Pulls</translation>
    </message>
    <message>
        <source>&amp;Ways into the release</source>
        <translation>&amp;Wege in das Release</translation>
    </message>
    <message>
        <source>&amp;Sections</source>
        <translation>Ab&amp;schnitte</translation>
    </message>
    <message>
        <source>S&amp;ubsystems</source>
        <translation>S&amp;ubsysteme</translation>
    </message>
    <message>
        <source>P&amp;eople</source>
        <translation>P&amp;ersonen</translation>
    </message>
    <message>
        <source>&amp;Committers</source>
        <translation>&amp;Committer</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Other order</source>
        <translation>Andere &amp;Reihenfolge</translation>
    </message>
    <message>
        <source>By count, or by name or time</source>
        <translation>Nach Anzahl, oder nach Name oder Zeit</translation>
    </message>
    <message>
        <source>&amp;As of</source>
        <translation>&amp;Stand</translation>
    </message>
    <message>
        <source>&amp;Choose the day</source>
        <translation>Den &amp;Tag wählen</translation>
    </message>
    <message>
        <source>&amp;Half of the merge window</source>
        <translation>&amp;Hälfte des Merge-Fensters</translation>
    </message>
    <message>
        <source>The &amp;merge window</source>
        <translation>Das &amp;Merge-Fenster</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Alles</translation>
    </message>
    <message>
        <source>Pulls of %1</source>
        <translation>Pulls von %1</translation>
    </message>
    <message>
        <source>Where is t&amp;his commit?</source>
        <translation>Wo s&amp;teht dieser Commit?</translation>
    </message>
    <message>
        <source>What was pulled, merged and applied, as an outline, and what each merge says</source>
        <translation>Was geholt, zusammengeführt und angewendet wurde, als Gliederung, und was jeder Merge dazu sagt</translation>
    </message>
    <message>
        <source>Opens the way to it in the outline: pull, merges, series</source>
        <translation>Öffnet in der Gliederung den Weg dorthin: Pull, Merges, Serie</translation>
    </message>
    <message>
        <source>This commit is not in the outline: it is not known through what it landed.</source>
        <translation>Dieser Commit steht nicht in der Gliederung: Es ist nicht bekannt, wodurch er hineinkam.</translation>
    </message>
    <message>
        <source>The outline is being read…</source>
        <translation>Die Gliederung wird gelesen …</translation>
    </message>
</context>
<context>
    <name>mw::ui::BreakdownList</name>
    <message>
        <source>Words to look for</source>
        <translation>Gesuchte Wörter</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>Nothing is known of this in what is on screen.</source>
        <translation>Hierzu ist über das, was zu sehen ist, nichts bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln line(s) has these words.</source>
        <translation>
            <numerusform>Die %Ln Zeile hat diese Wörter nicht.</numerusform>
            <numerusform>Keine der %Ln Zeilen hat diese Wörter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::BreakdownModel</name>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>Subsystems</source>
        <translation>Subsysteme</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Committers</source>
        <translation>Committer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Committer</source>
        <translation>Committer</translation>
    </message>
    <message>
        <source>Landed</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>All pulls</source>
        <translation>Alle Pulls</translation>
    </message>
    <message>
        <source>All subsystems</source>
        <translation>Alle Subsysteme</translation>
    </message>
    <message>
        <source>All authors</source>
        <translation>Alle Autoren</translation>
    </message>
    <message>
        <source>All committers</source>
        <translation>Alle Committer</translation>
    </message>
    <message>
        <source>All of the time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sort by the time of landing</source>
        <translation>Nach der Zeit des Ankommens sortieren</translation>
    </message>
    <message>
        <source>Sort by this</source>
        <translation>Hiernach sortieren</translation>
    </message>
    <message>
        <source>Sort by the number of changesets</source>
        <translation>Nach der Zahl der Changesets sortieren</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Directly, without a pull</source>
        <translation>Direkt, ohne Pull</translation>
    </message>
    <message>
        <source>Without a pull</source>
        <translation>Ohne Pull</translation>
    </message>
    <message>
        <source>%1, landed %2</source>
        <translation>%1, angekommen %2</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 &lt;%2&gt;</source>
        <translation>%1 &lt;%2&gt;</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>mw::ui::BreakdownPanel</name>
    <message>
        <source>Way into the release</source>
        <translation>Weg in das Release</translation>
    </message>
    <message>
        <source>By what the list is narrowed down here (Alt+1 to Alt+6)</source>
        <translation>Wonach die Liste hier eingegrenzt wird (Alt+1 bis Alt+6)</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>mw::ui::BuildWords</name>
    <message numerus="yes">
        <source>%Ln more were imported since and are still to be asked.</source>
        <translation>
            <numerusform>%Ln weiteres wurde seither importiert und ist noch zu fragen.</numerusform>
            <numerusform>%Ln weitere wurden seither importiert und sind noch zu fragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) of %1. Touching what %2 builds: %3 (built in %4, in modules %5, in headers alone %6); not touching it: %7; cannot be told: %8.</source>
        <translation>
            <numerusform>%Ln Changeset von %1. Es berühren, was %2 baut: %3 (fest eingebaut %4, in Modulen %5, allein in Headern %6); berühren es nicht: %7; nicht zu sagen: %8.</numerusform>
            <numerusform>%Ln Changesets von %1. Es berühren, was %2 baut: %3 (fest eingebaut %4, in Modulen %5, allein in Headern %6); berühren es nicht: %7; nicht zu sagen: %8.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known of %1: it was imported since %2 was read, or its tree could not be asked.</source>
        <translation>Von %1 ist nichts bekannt: Es wurde eingelesen, seit %2 gelesen wurde, oder sein Baum konnte nicht gefragt werden.</translation>
    </message>
</context>
<context>
    <name>mw::ui::ChangesetColumns</name>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>mw::ui::ChangesetModel</name>
    <message>
        <source>Subject</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>First line of the commit message</source>
        <translation>Erste Zeile der Commit-Nachricht</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Who wrote it, spelled as the mailmap says</source>
        <translation>Wer es geschrieben hat, in der Schreibweise der Mailmap</translation>
    </message>
    <message>
        <source>Landed</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>When it reached the mainline; sorts in the order of landing</source>
        <translation>Wann es in der Mainline ankam; sortiert nach der Reihenfolge des Ankommens</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>When its author wrote it</source>
        <translation>Wann sein Autor es geschrieben hat</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Where an article would put it</source>
        <translation>Wo ein Artikel es einordnen würde</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>The entry of MAINTAINERS that fits best</source>
        <translation>Der Eintrag in MAINTAINERS, der am besten passt</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>The pull that brought it to the mainline</source>
        <translation>Der Pull, der es in die Mainline gebracht hat</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>First digits of the commit id</source>
        <translation>Erste Stellen der Commit-Id</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files touched</source>
        <translation>Berührte Dateien</translation>
    </message>
    <message>
        <source>+ Lines</source>
        <translation>+ Zeilen</translation>
    </message>
    <message>
        <source>Lines added; sorts by lines changed, added and removed together</source>
        <translation>Hinzugefügte Zeilen; sortiert nach geänderten Zeilen, hinzugefügte und entfernte zusammen</translation>
    </message>
    <message>
        <source>− Lines</source>
        <translation>− Zeilen</translation>
    </message>
    <message>
        <source>Lines removed; sorts by lines changed, added and removed together</source>
        <translation>Entfernte Zeilen; sortiert nach geänderten Zeilen, hinzugefügte und entfernte zusammen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>not in the database any more</source>
        <translation>nicht mehr in der Datenbank</translation>
    </message>
    <message>
        <source>title unknown</source>
        <translation>Titel unbekannt</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>No public record of the title was seen. About: %1</source>
        <translation>Der Titel ist öffentlich nicht belegt. Inhalt: %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1
Your own choice. “Why here?” tells what the rules say.</source>
        <translation>%1
Ihre eigene Wahl. „Warum hier?“ sagt, was die Regeln sagen.</translation>
    </message>
    <message>
        <source>Committed on the mainline itself, not through a pull</source>
        <translation>Auf der Mainline selbst committet, nicht durch einen Pull</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Nicht gezählt</translation>
    </message>
    <message>
        <source>Adds: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnt</translation>
    </message>
    <message>
        <source>Entries of documents that mention it, or a merge that brought it</source>
        <translation>Einträge von Dokumenten, die es erwähnen oder einen Merge, der es brachte</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>The release that it landed in; sorts in the order of landing</source>
        <translation>Das Release, in dem es ankam; sortiert nach der Reihenfolge des Ankommens</translation>
    </message>
    <message>
        <source>No document mentions it</source>
        <translation>Kein Dokument erwähnt es</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>New since your last look, color, bookmark, note, and new hardware; sorts in the order of landing</source>
        <translation>Neu seit Ihrem letzten Blick, Farbe, Lesezeichen, Notiz und neue Hardware; sortiert in der Reihenfolge der Ankunft</translation>
    </message>
    <message>
        <source>CVE</source>
        <translation>CVE</translation>
    </message>
    <message>
        <source>CVEs that it fixes, or introduced</source>
        <translation>CVEs, die es behebt oder verursachte</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>Your trees that have it</source>
        <translation>Ihre Bäume, die es haben</translation>
    </message>
    <message>
        <source>introduced %1</source>
        <translation>verursachte %1</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1 hat es</translation>
    </message>
    <message>
        <source>Whether %1 has it cannot be told</source>
        <translation>Ob %1 es hat, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>%1 had it, and took it out again</source>
        <translation>%1 hatte es und nahm es wieder heraus</translation>
    </message>
    <message>
        <source>%1 does not have it</source>
        <translation>%1 hat es nicht</translation>
    </message>
    <message>
        <source>No tree was asked for it</source>
        <translation>Kein Baum wurde danach gefragt</translation>
    </message>
</context>
<context>
    <name>mw::ui::ChangesetPanel</name>
    <message>
        <source>Only by &amp;author %1</source>
        <translation>Nur von &amp;Autor %1</translation>
    </message>
    <message>
        <source>Only &amp;subsystem %1</source>
        <translation>Nur &amp;Subsystem %1</translation>
    </message>
    <message>
        <source>Show the &amp;pull it came through</source>
        <translation>Den &amp;Pull zeigen, durch den es kam</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Copy %Ln reference(s)</source>
        <translation>
            <numerusform>%Ln Verweis &amp;kopieren</numerusform>
            <numerusform>%Ln Verweise &amp;kopieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::CloneModel</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Newest release</source>
        <translation>Neuestes Release</translation>
    </message>
    <message>
        <source>Newest tag</source>
        <translation>Neuester Tag</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Import %1 from %2</source>
        <translation>%1 aus %2 importieren</translation>
    </message>
</context>
<context>
    <name>mw::ui::CloneProgress</name>
    <message>
        <source>Stopping git, and removing what it had made …</source>
        <translation>Git wird angehalten, und was es angelegt hatte, entfernt …</translation>
    </message>
    <message>
        <source>End git; what has come is kept, to go on with later</source>
        <translation>Git beenden; was angekommen ist, bleibt, um später weiterzumachen</translation>
    </message>
    <message>
        <source>End git and remove what it has received</source>
        <translation>Git beenden und entfernen, was es empfangen hat</translation>
    </message>
    <message>
        <source>Stopping git; what has come is kept …</source>
        <translation>Git wird beendet; was angekommen ist, bleibt …</translation>
    </message>
</context>
<context>
    <name>mw::ui::CodeIndexing</name>
    <message>
        <source>In&amp;dex its code</source>
        <translation>Code inde&amp;xieren</translation>
    </message>
    <message>
        <source>For a release that an older version of the program imported: reads from its clone what can be searched with code:</source>
        <translation>Für ein Release, das eine ältere Version des Programms importiert hat: liest aus seinem Klon, was sich mit code: suchen lässt</translation>
    </message>
</context>
<context>
    <name>mw::ui::CommandController</name>
    <message>
        <source>&amp;Command or place…</source>
        <translation>&amp;Befehl oder Ort …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Merge Window</source>
        <translation>&amp;Über Merge Window</translation>
    </message>
    <message>
        <source>Man&amp;ual</source>
        <translation>&amp;Handbuch</translation>
    </message>
</context>
<context>
    <name>mw::ui::CommandLine</name>
    <message>
        <source>Try mergewindow --help.</source>
        <translation>Hilfe gibt mergewindow --help.</translation>
    </message>
    <message>
        <source>Use this database instead of the usual one.</source>
        <translation>Diese Datenbank statt der üblichen verwenden.</translation>
    </message>
    <message>
        <source>Open this release.</source>
        <translation>Dieses Release öffnen.</translation>
    </message>
    <message>
        <source>Start with this filter.</source>
        <translation>Mit diesem Filter beginnen.</translation>
    </message>
    <message>
        <source>Show this commit.</source>
        <translation>Diesen Commit zeigen.</translation>
    </message>
    <message>
        <source>Show commits by their files and diffs.</source>
        <translation>Commits mit ihren Dateien und Diffs zeigen.</translation>
    </message>
    <message>
        <source>Draw the window into FILE once everything is shown, and end. Neither reads nor changes the remembered layout.</source>
        <translation>Das Fenster nach FILE zeichnen, sobald alles zu sehen ist, und enden. Die gemerkte Anordnung wird weder gelesen noch geändert.</translation>
    </message>
    <message>
        <source>A browser for what went into a Linux release.</source>
        <translation>Zeigt, was in ein Linux-Release eingegangen ist.</translation>
    </message>
    <message>
        <source>“%1” and “%2” cannot both be opened.</source>
        <translation>„%1“ und „%2“ können nicht beide geöffnet werden.</translation>
    </message>
    <message>
        <source>A commit id, a release or its tag, a document (.md, .html, .txt), a kernel&apos;s configuration, the folder of a clone to import from, or an address mergewindow:commit/ID.</source>
        <translation>Eine Commit-Id, ein Release oder sein Tag, ein Dokument (.md, .html, .txt), die Konfiguration eines Kernels, der Ordner eines Klons, aus dem importiert werden soll, oder eine Adresse mergewindow:commit/ID.</translation>
    </message>
</context>
<context>
    <name>mw::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command or a place</source>
        <translation>Einen Befehl oder Ort suchen</translation>
    </message>
    <message>
        <source>Commands and places</source>
        <translation>Befehle und Orte</translation>
    </message>
    <message>
        <source>Nothing fits. Words after a ? are searched for.</source>
        <translation>Nichts passt. Wörter nach einem ? werden gesucht.</translation>
    </message>
    <message>
        <source>A command, section, release, document, commit, or ?words</source>
        <translation>Ein Befehl, Abschnitt, Release, Dokument, Commit oder ?Wörter</translation>
    </message>
</context>
<context>
    <name>mw::ui::CommitPanel</name>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Branch merge</source>
        <translation>Zweig-Merge</translation>
    </message>
    <message>
        <source>Changeset</source>
        <translation>Changeset</translation>
    </message>
    <message>
        <source>title unknown</source>
        <translation>Titel unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>landed %1</source>
        <translation>angekommen %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>lines not counted yet</source>
        <translation>Zeilen noch nicht gezählt</translation>
    </message>
    <message>
        <source>Fi&amp;les (%1)</source>
        <translation>Da&amp;teien (%1)</translation>
    </message>
    <message>
        <source>&amp;Note ✎</source>
        <translation>Not&amp;iz ✎</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Not&amp;iz</translation>
    </message>
    <message>
        <source>&amp;Brought (%1)</source>
        <translation>Mitgebra&amp;cht (%1)</translation>
    </message>
</context>
<context>
    <name>mw::ui::CommitSide</name>
    <message>
        <source>Close the commit</source>
        <translation>Den Commit schließen</translation>
    </message>
    <message>
        <source>Close the commit and read the document alone</source>
        <translation>Den Commit schließen und das Dokument allein lesen</translation>
    </message>
</context>
<context>
    <name>mw::ui::CommitSteps</name>
    <message>
        <source>&amp;Previous in the list</source>
        <translation>V&amp;origes in der Liste</translation>
    </message>
    <message>
        <source>Ne&amp;xt in the list</source>
        <translation>Nä&amp;chstes in der Liste</translation>
    </message>
    <message>
        <source>Previous in its &amp;series</source>
        <translation>Voriges in seiner &amp;Serie</translation>
    </message>
    <message>
        <source>Next in its s&amp;eries</source>
        <translation>Nächstes in seiner S&amp;erie</translation>
    </message>
    <message>
        <source>Previous &amp;in its pull</source>
        <translation>Voriges &amp;in seinem Pull</translation>
    </message>
    <message>
        <source>Next in its p&amp;ull</source>
        <translation>Nächstes in seinem P&amp;ull</translation>
    </message>
    <message>
        <source>%1 of %2 in its series</source>
        <translation>%1 von %2 in seiner Serie</translation>
    </message>
    <message>
        <source>%1 of %2 in its pull</source>
        <translation>%1 von %2 in seinem Pull</translation>
    </message>
</context>
<context>
    <name>mw::ui::CompareController</name>
    <message>
        <source>&amp;Compare releases</source>
        <translation>Releases &amp;vergleichen</translation>
    </message>
    <message>
        <source>The release in front and the one before it, side by side</source>
        <translation>Das Release, das vorne ist, und das davor, nebeneinander</translation>
    </message>
    <message>
        <source>Which release has a chan&amp;ge…</source>
        <translation>Welches Release &amp;hat eine Änderung …</translation>
    </message>
    <message>
        <source>By id or title, in every release of the database</source>
        <translation>Nach Id oder Titel, in jedem Release der Datenbank</translation>
    </message>
    <message>
        <source>Compare: %1</source>
        <translation>Vergleich: %1</translation>
    </message>
    <message>
        <source>The database has this release alone. Import another to compare them.</source>
        <translation>Die Datenbank hat nur dieses Release. Importieren Sie ein weiteres, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Choose another release to compare them.</source>
        <translation>Wählen Sie ein weiteres Release, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 as of %2 UTC, the others as old as that.</source>
        <translation>%1, Stand %2 UTC, die anderen im gleichen Alter.</translation>
    </message>
</context>
<context>
    <name>mw::ui::ComparePage</name>
    <message>
        <source>Being counted…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>New hardware</source>
        <translation>Neue Hardware</translation>
    </message>
    <message>
        <source>Largest pulls</source>
        <translation>Größte Pulls</translation>
    </message>
    <message>
        <source>Which people</source>
        <translation>Welche Personen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>New in the newest</source>
        <translation>Neu im neuesten</translation>
    </message>
    <message>
        <source>Not in the newest</source>
        <translation>Nicht im neuesten</translation>
    </message>
    <message>
        <source>First-time authors</source>
        <translation>Neue Autoren</translation>
    </message>
    <message>
        <source>Find a change</source>
        <translation>Eine Änderung suchen</translation>
    </message>
</context>
<context>
    <name>mw::ui::CompletionPopup</name>
    <message>
        <source>Suggestions for the filter</source>
        <translation>Vorschläge für den Filter</translation>
    </message>
</context>
<context>
    <name>mw::ui::Coverage</name>
    <message numerus="yes">
        <source>%Ln commit(s) are cited.</source>
        <translation>
            <numerusform>%Ln Commit wird zitiert.</numerusform>
            <numerusform>%Ln Commits werden zitiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ranked high and left out:</source>
        <translation>Weit oben und ausgelassen:</translation>
    </message>
    <message>
        <source>Features that came without documentation:</source>
        <translation>Neues, das ohne Dokumentation kam:</translation>
    </message>
    <message>
        <source>Coverage: %1</source>
        <translation>Abdeckung: %1</translation>
    </message>
    <message>
        <source>What the document says of %1, held against the ranking of what is worth a line there.</source>
        <translation>Was das Dokument über %1 sagt, verglichen mit der Rangliste dessen, was dort eine Zeile wert ist.</translation>
    </message>
    <message>
        <source>Cited under no section&apos;s heading</source>
        <translation>Unter keiner Abschnittsüberschrift zitiert</translation>
    </message>
    <message>
        <source>Not in this release</source>
        <translation>Nicht in diesem Release</translation>
    </message>
    <message>
        <source>Entries that name no commit</source>
        <translation>Einträge, die keinen Commit nennen</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>mw::ui::DiffOptions</name>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>Files in their &amp;folders</source>
        <translation>Dateien in ihren &amp;Ordnern</translation>
    </message>
    <message>
        <source>Show &amp;all changes of white space</source>
        <translation>Alle Änderungen an &amp;Leerraum zeigen</translation>
    </message>
    <message>
        <source>Leave out changed a&amp;mounts of white space</source>
        <translation>Nur die &amp;Menge an Leerraum übergehen</translation>
    </message>
    <message>
        <source>Leave &amp;out all changes of white space</source>
        <translation>&amp;Alle Änderungen an Leerraum weglassen</translation>
    </message>
    <message>
        <source>Mo&amp;re lines around a change</source>
        <translation>Meh&amp;r Zeilen um eine Änderung</translation>
    </message>
    <message>
        <source>Fewer &amp;lines around a change</source>
        <translation>&amp;Weniger Zeilen um eine Änderung</translation>
    </message>
    <message>
        <source>Show &amp;tabs and blanks as signs</source>
        <translation>&amp;Tabulatoren und Leerzeichen als Zeichen zeigen</translation>
    </message>
    <message>
        <source>Next &amp;change</source>
        <translation>Nä&amp;chste Änderung</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>&amp;Vorige Änderung</translation>
    </message>
    <message>
        <source>Next &amp;hit in the lines</source>
        <translation>Nächster Tre&amp;ffer in den Zeilen</translation>
    </message>
    <message>
        <source>Pre&amp;vious hit in the lines</source>
        <translation>Voriger Treffer &amp;in den Zeilen</translation>
    </message>
</context>
<context>
    <name>mw::ui::DiffView</name>
    <message>
        <source>Diff of the selected file</source>
        <translation>Diff der ausgewählten Datei</translation>
    </message>
</context>
<context>
    <name>mw::ui::DisplayGuard</name>
    <message>
        <source>There is no display to open a window on: %1.</source>
        <translation>Es gibt keine Anzeige, auf der ein Fenster geöffnet werden kann: %1.</translation>
    </message>
    <message>
        <source>Start mergewindow in a desktop session. A picture needs none: QT_QPA_PLATFORM=offscreen mergewindow --screenshot FILE. mergewindow-cli does what needs no window.</source>
        <translation>Starten Sie mergewindow in einer grafischen Sitzung. Ein Bild braucht keine: QT_QPA_PLATFORM=offscreen mergewindow --screenshot DATEI. mergewindow-cli tut, was kein Fenster braucht.</translation>
    </message>
</context>
<context>
    <name>mw::ui::DocumentBrowser</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>mw::ui::DocumentController</name>
    <message>
        <source>The commit is being read…</source>
        <translation>Der Commit wird gelesen …</translation>
    </message>
    <message>
        <source>Commit %1 is not in this database: it belongs to none of the releases that were imported.</source>
        <translation>Commit %1 ist nicht in dieser Datenbank: Er gehört zu keinem der importierten Releases.</translation>
    </message>
    <message>
        <source>Commit %1 is not in the database: it belongs to none of the releases that were imported.</source>
        <translation>Commit %1 ist nicht in der Datenbank: Er gehört zu keinem der importierten Releases.</translation>
    </message>
    <message>
        <source>%1, from the clone</source>
        <translation>%1, aus dem Klon</translation>
    </message>
    <message>
        <source>%1, in the web browser</source>
        <translation>%1, im Webbrowser</translation>
    </message>
    <message>
        <source>Commit %1 is in none of the releases that were imported.</source>
        <translation>Commit %1 ist in keinem der importierten Releases.</translation>
    </message>
    <message>
        <source>Where is the document now?</source>
        <translation>Wo ist das Dokument jetzt?</translation>
    </message>
    <message>
        <source>All of the word, which is too long to be shown here</source>
        <translation>Das ganze Wort, das hier zu lang ist</translation>
    </message>
    <message>
        <source>A word of the document</source>
        <translation>Ein Wort des Dokuments</translation>
    </message>
</context>
<context>
    <name>mw::ui::DocumentEngine</name>
    <message>
        <source>%1 is read from a clone of the kernel, and %2 was not imported from one. Import the release, or read the file at https://docs.kernel.org/ in the browser.</source>
        <translation>%1 wird aus einem Klon des Kernels gelesen, und %2 wurde aus keinem importiert. Importieren Sie das Release, oder lesen Sie die Datei im Browser unter https://docs.kernel.org/.</translation>
    </message>
    <message>
        <source>%1 has no file %2. It may have been written later, or moved.</source>
        <translation>%1 hat keine Datei %2. Sie kann später geschrieben oder verschoben worden sein.</translation>
    </message>
    <message>
        <source>%1 is not in the database any more.</source>
        <translation>%1 ist nicht mehr in der Datenbank.</translation>
    </message>
    <message>
        <source>%1 is not there any more. If it was moved, say where it is now; what the document is linked with is kept.</source>
        <translation>%1 ist nicht mehr da. Wenn die Datei verschoben wurde, geben Sie an, wo sie jetzt liegt; womit das Dokument verknüpft ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The clone %1 was made without file contents, and git could not fetch this one: %2. Is there a network?</source>
        <translation>Der Klon %1 wurde ohne Dateiinhalte angelegt, und Git konnte diesen nicht holen: %2. Ist ein Netz da?</translation>
    </message>
    <message>
        <source>The clone %1 was made without file contents. Git can bring this one from %2; that takes the network.</source>
        <translation>Der Klon %1 wurde ohne Dateiinhalte angelegt. Git kann diesen von %2 bringen; das braucht das Netz.</translation>
    </message>
</context>
<context>
    <name>mw::ui::DocumentMenu</name>
    <message>
        <source>&amp;Document</source>
        <translation>D&amp;okument</translation>
    </message>
    <message>
        <source>&amp;Add a document…</source>
        <translation>Dokument &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Take it off the list</source>
        <translation>Von der &amp;Liste nehmen</translation>
    </message>
    <message>
        <source>The file itself is not touched.</source>
        <translation>Die Datei selbst wird nicht angerührt.</translation>
    </message>
    <message>
        <source>&amp;Find in the document</source>
        <translation>Im Dokument &amp;suchen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Usual si&amp;ze</source>
        <translation>Übliche &amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Draft an article…</source>
        <translation>Artikel &amp;entwerfen …</translation>
    </message>
    <message>
        <source>What the document co&amp;vers</source>
        <translation>&amp;Was das Dokument abdeckt</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Close the tab</source>
        <translation>&amp;Reiter schließen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation>Ein Dokument hinzufügen</translation>
    </message>
    <message>
        <source>Documents (*.md *.markdown *.html *.htm *.xhtml *.txt)</source>
        <translation>Dokumente (*.md *.markdown *.html *.htm *.xhtml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The document is being printed…</source>
        <translation>Das Dokument wird gedruckt …</translation>
    </message>
    <message>
        <source>The document went to the printer.</source>
        <translation>Das Dokument ging an den Drucker.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Als &amp;PDF speichern …</translation>
    </message>
    <message>
        <source>Changesets that documents &amp;mention</source>
        <translation>&amp;Changesets, die Dokumente erwähnen</translation>
    </message>
</context>
<context>
    <name>mw::ui::DocumentPage</name>
    <message>
        <source>The document is being read…</source>
        <translation>Das Dokument wird gelesen …</translation>
    </message>
    <message>
        <source>There is nothing to show here; why is said above.</source>
        <translation>Hier gibt es nichts zu zeigen; warum, steht oben.</translation>
    </message>
    <message>
        <source>Import the release that has it…</source>
        <translation>Das Release importieren, das ihn hat …</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Holen</translation>
    </message>
</context>
<context>
    <name>mw::ui::DraftDialog</name>
    <message>
        <source>Draft an article on %1</source>
        <translation>Einen Artikel über %1 entwerfen</translation>
    </message>
    <message>
        <source>Every changeset is being weighed; that takes some seconds.</source>
        <translation>Jedes Changeset wird gewogen; das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>The draft is being written…</source>
        <translation>Der Entwurf wird geschrieben …</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Den Entwurf speichern</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Pulls (%1)</source>
        <translation>Pulls (%1)</translation>
    </message>
    <message>
        <source>%1
Ticked: an entry of its own; half ticked: named in one line with others</source>
        <translation>%1
Mit Häkchen: ein eigener Eintrag; halb: mit anderen in einer Zeile genannt</translation>
    </message>
    <message>
        <source>Draft an article on %1 as of %2</source>
        <translation>Einen Artikel über %1, Stand %2, entwerfen</translation>
    </message>
</context>
<context>
    <name>mw::ui::DropHint</name>
    <message>
        <source>Drop to read: %1</source>
        <translation>Ablegen, um zu lesen: %1</translation>
    </message>
    <message>
        <source>Drop to import from: %1</source>
        <translation>Ablegen, um hieraus zu importieren: %1</translation>
    </message>
    <message>
        <source>%1 is not on this computer: save it to a file first.</source>
        <translation>%1 ist nicht auf diesem Rechner: Speichern Sie es zuerst in eine Datei.</translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> und %Ln weiteres</numerusform>
            <numerusform> und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to see what this configuration builds: %1</source>
        <translation>Loslassen, um zu sehen, was diese Konfiguration baut: %1</translation>
    </message>
</context>
<context>
    <name>mw::ui::EditButtons</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>mw::ui::ExportMenu</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page to search in (*.html)</source>
        <translation>Durchsuchbare Webseite (*.html)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>The &amp;list on screen…</source>
        <translation>Die Liste auf dem &amp;Schirm …</translation>
    </message>
    <message>
        <source>The s&amp;elected changesets…</source>
        <translation>Die aus&amp;gewählten Changesets …</translation>
    </message>
    <message>
        <source>This &amp;section…</source>
        <translation>Diesen &amp;Abschnitt …</translation>
    </message>
    <message>
        <source>The whole &amp;release…</source>
        <translation>Das ganze &amp;Release …</translation>
    </message>
    <message>
        <source>&amp;Copy the selected as</source>
        <translation>Die Auswahl &amp;kopieren als</translation>
    </message>
    <message>
        <source>12 &amp;digits (&quot;title&quot;)</source>
        <translation>12 &amp;Stellen (&quot;Titel&quot;)</translation>
    </message>
    <message>
        <source>&amp;Fixes: lines</source>
        <translation>&amp;Fixes:-Zeilen</translation>
    </message>
    <message>
        <source>&amp;Link: lines</source>
        <translation>&amp;Link:-Zeilen</translation>
    </message>
    <message>
        <source>No changeset is selected.</source>
        <translation>Kein Changeset ist ausgewählt.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 is being written…</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole &amp;release as of %1…</source>
        <translation>Das ganze &amp;Release, Stand %1 …</translation>
    </message>
    <message>
        <source>No release is open.</source>
        <translation>Kein Release ist offen.</translation>
    </message>
    <message>
        <source>All releases</source>
        <translation>Alle Releases</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>mw::ui::FacetPanel</name>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1
A click takes this back out of the filter.</source>
        <translation>%1
Ein Klick nimmt dies wieder aus dem Filter.</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Liste eingrenzen</translation>
    </message>
</context>
<context>
    <name>mw::ui::FactLabel</name>
    <message>
        <source>all of it</source>
        <translation>ganz zeigen</translation>
    </message>
</context>
<context>
    <name>mw::ui::FactsView</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>Nur %1 zeigen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>an entry without a commit</source>
        <translation>ein Eintrag ohne Commit</translation>
    </message>
    <message>
        <source>, in the merge window</source>
        <translation>, im Merge-Fenster</translation>
    </message>
    <message>
        <source>, after the merge window</source>
        <translation>, nach dem Merge-Fenster</translation>
    </message>
    <message>
        <source>, directly on the mainline</source>
        <translation>, direkt auf der Mainline</translation>
    </message>
    <message>
        <source>, your own choice</source>
        <translation>, Ihre eigene Wahl</translation>
    </message>
    <message>
        <source>The rules say %1: %2</source>
        <translation>Die Regeln sagen %1: %2</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <source>was there and was taken out again</source>
        <translation>war da und wurde wieder herausgenommen</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>as a backport that names it</source>
        <translation>als Rückportierung, die es nennt</translation>
    </message>
    <message>
        <source>as a backport: the same title, author and moment</source>
        <translation>als Rückportierung: gleicher Titel, Autor und Zeitpunkt</translation>
    </message>
    <message>
        <source>as a backport: the same patch</source>
        <translation>als Rückportierung: gleicher Patch</translation>
    </message>
    <message>
        <source>as a backport: the same title and author, most of its lines</source>
        <translation>als Rückportierung: gleicher Titel und Autor, die meisten Zeilen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>fixes </source>
        <translation>behebt </translation>
    </message>
    <message>
        <source>introduced </source>
        <translation>brachte </translation>
    </message>
    <message>
        <source>, rated %1 (%2)</source>
        <translation>, bewertet mit %1 (%2)</translation>
    </message>
    <message>
        <source>, not rated yet</source>
        <translation>, noch nicht bewertet</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Open %1 in the web browser</source>
        <translation>%1 im Webbrowser öffnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, as %1</source>
        <translation>, als %1</translation>
    </message>
    <message>
        <source>%1, which no release here has</source>
        <translation>%1, das kein Release hier enthält</translation>
    </message>
    <message>
        <source>Line %1 of the message: %2</source>
        <translation>Zeile %1 der Nachricht: %2</translation>
    </message>
</context>
<context>
    <name>mw::ui::FetchBar</name>
    <message>
        <source>Git can bring what this commit needs; that takes the network.</source>
        <translation>Git kann holen, was dieser Commit braucht; dazu ist das Netz nötig.</translation>
    </message>
    <message>
        <source>&amp;Fetch the contents</source>
        <translation>Inhalte &amp;holen</translation>
    </message>
    <message>
        <source>Git fetches what this commit needs …</source>
        <translation>Git holt, was dieser Commit braucht …</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>Das Holen anhalten</translation>
    </message>
    <message>
        <source>Git could not fetch it: %1. Is there a network?</source>
        <translation>Git konnte es nicht holen: %1. Ist ein Netz da?</translation>
    </message>
    <message>
        <source>Git can bring what this commit needs from %1; that takes the network.</source>
        <translation>Git kann bringen, was dieser Commit braucht, von %1; das braucht das Netz.</translation>
    </message>
    <message>
        <source>This clone was made without file contents, and names no address that git may be sent to for them.</source>
        <translation>Dieser Klon wurde ohne Dateiinhalte angelegt und nennt keine Adresse, zu der Git dafür geschickt werden darf.</translation>
    </message>
    <message>
        <source>Git fetches the files that this commit changed, into the cache folder, and may do so for this clone from now on</source>
        <translation>Git holt die Dateien, die dieser Commit geändert hat, in den Cache-Ordner und darf das für diesen Klon von nun an</translation>
    </message>
    <message>
        <source>Stopped. What git had fetched by then is kept.</source>
        <translation>Angehalten. Was Git bis dahin geholt hatte, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>mw::ui::FiguresController</name>
    <message>
        <source>&amp;Figures</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>Charts of the release in front</source>
        <translation>Diagramme zum Release, das vorne ist</translation>
    </message>
    <message>
        <source>Figures: %1</source>
        <translation>Zahlen: %1</translation>
    </message>
    <message>
        <source>%1 is not in the database any more.</source>
        <translation>%1 ist nicht mehr in der Datenbank.</translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln line(s) of who worked for whom</source>
        <translation>
            <numerusform>%Ln Zeile gelesen, wer für wen arbeitete</numerusform>
            <numerusform>%Ln Zeilen gelesen, wer für wen arbeitete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln cannot be read</source>
        <translation>
            <numerusform>; %Ln ist nicht lesbar</numerusform>
            <numerusform>; %Ln sind nicht lesbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::FiguresPage</name>
    <message>
        <source>Figures of %1</source>
        <translation>Zahlen zu %1</translation>
    </message>
    <message>
        <source>Being counted…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>The chart as a table</source>
        <translation>Das Diagramm als Tabelle</translation>
    </message>
    <message>
        <source>%1, %2, as a table</source>
        <translation>%1, %2, als Tabelle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Copied the chart as a picture</source>
        <translation>Das Diagramm wurde als Bild kopiert</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Das Diagramm speichern</translation>
    </message>
    <message>
        <source>Drawing that can be scaled (*.svg)</source>
        <translation>Skalierbare Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>&amp;Read a map…</source>
        <translation>Eine Zuordnung &amp;lesen …</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>Sie &amp;vergessen</translation>
    </message>
    <message>
        <source>Choose a map of employers</source>
        <translation>Eine Zuordnung der Arbeitgeber wählen</translation>
    </message>
</context>
<context>
    <name>mw::ui::FileModel</name>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>, a binary file without lines</source>
        <translation>, eine Binärdatei ohne Zeilen</translation>
    </message>
    <message>
        <source>, lines are not counted</source>
        <translation>, Zeilen sind nicht gezählt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>type changed</source>
        <translation>Typ geändert</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Lines added</source>
        <translation>Hinzugefügte Zeilen</translation>
    </message>
    <message>
        <source>Lines removed</source>
        <translation>Entfernte Zeilen</translation>
    </message>
    <message>
        <source> from %1, %2 % the same</source>
        <translation> aus %1, zu %2 % gleich</translation>
    </message>
    <message>
        <source>A added, M modified, D deleted, R renamed, T type changed</source>
        <translation>A hinzugefügt, M geändert, D gelöscht, R umbenannt, T Art geändert</translation>
    </message>
    <message>
        <source>, lines could not be counted: left out of this partial clone</source>
        <translation>, Zeilen nicht zählbar: in diesem Teilklon ausgelassen</translation>
    </message>
    <message>
        <source>, lines could not be counted: missing from the clone</source>
        <translation>, Zeilen nicht zählbar: fehlt im Klon</translation>
    </message>
    <message>
        <source>, lines could not be counted: too large</source>
        <translation>, Zeilen nicht zählbar: zu groß</translation>
    </message>
    <message>
        <source>, lines could not be counted: damaged in the clone</source>
        <translation>, Zeilen nicht zählbar: im Klon beschädigt</translation>
    </message>
    <message>
        <source>changed; how is not known</source>
        <translation>geändert; wie, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>mw::ui::FileTreeModel</name>
    <message numerus="yes">
        <source>%1: %Ln file(s)</source>
        <translation>
            <numerusform>%1: %Ln Datei</numerusform>
            <numerusform>%1: %Ln Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::FilesPage</name>
    <message>
        <source>Reading the diff …</source>
        <translation>Der Diff wird gelesen …</translation>
    </message>
    <message>
        <source>The clone %1 is not there any more, so diffs cannot be shown: put it back, or import the release again from where it is now. Message and files are from the database.</source>
        <translation>Der Klon %1 ist nicht mehr da, darum können keine Diffs gezeigt werden: Legen Sie ihn zurück, oder importieren Sie das Release neu von dort, wo er jetzt ist. Nachricht und Dateien kommen aus der Datenbank.</translation>
    </message>
    <message>
        <source>This commit changes no file.</source>
        <translation>Dieser Commit ändert keine Datei.</translation>
    </message>
    <message>
        <source>mode %1 → %2</source>
        <translation>Modus %1 → %2</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>A binary file: there are no lines to show.</source>
        <translation>Eine Binärdatei: Es gibt keine Zeilen zu zeigen.</translation>
    </message>
    <message>
        <source>The mode changed, the content did not.</source>
        <translation>Der Modus hat sich geändert, der Inhalt nicht.</translation>
    </message>
    <message>
        <source>The file is empty: there are no lines to show.</source>
        <translation>Die Datei ist leer: Es gibt keine Zeilen zu zeigen.</translation>
    </message>
    <message>
        <source>White space alone changed here, and it is left out.</source>
        <translation>Hier hat sich nur Leerraum geändert, und er ist weggelassen.</translation>
    </message>
    <message>
        <source>The file was renamed, its content is the same.</source>
        <translation>Die Datei wurde umbenannt, ihr Inhalt ist derselbe.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>The diff is long: these are its first %Ln line(s).</source>
        <translation>
            <numerusform>Der Diff ist lang: Dies ist seine erste Zeile (%Ln).</numerusform>
            <numerusform>Der Diff ist lang: Dies sind seine ersten %Ln Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What this changeset did to the file is not part of the release that comes with the program. Import the release from a clone of the kernel to read it here.</source>
        <translation>Was dieses Changeset an der Datei änderte, gehört nicht zu dem Release, das mit dem Programm kommt. Importieren Sie das Release aus einem Klon des Kernels, um es hier zu lesen.</translation>
    </message>
    <message>
        <source>&amp;Who wrote this line?</source>
        <translation>Wer schrieb &amp;diese Zeile?</translation>
    </message>
    <message>
        <source>What changed these lines lat&amp;er?</source>
        <translation>Was änderte diese Zeilen s&amp;päter?</translation>
    </message>
    <message>
        <source>Finds in the clone which changeset last wrote the line before this one touched it</source>
        <translation>Findet im Klon, welches Changeset die Zeile zuletzt schrieb, bevor dieses sie berührte</translation>
    </message>
    <message>
        <source>Finds in the clone what changed or removed, later in the release, what this changeset added to the file</source>
        <translation>Findet im Klon, was später im Release änderte oder entfernte, was dieses Changeset der Datei hinzufügte</translation>
    </message>
    <message>
        <source>Put the cursor on a removed or an unchanged line: what is added was written by this changeset.</source>
        <translation>Setzen Sie die Schreibmarke auf eine entfernte oder unveränderte Zeile: Was hinzukommt, schrieb dieses Changeset selbst.</translation>
    </message>
</context>
<context>
    <name>mw::ui::FilterBar</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>The list is still the one of the last filter that could be understood.</source>
        <translation>Die Liste ist noch die des letzten Filters, der zu verstehen war.</translation>
    </message>
    <message>
        <source>Mistake in the filter at character %1: %2</source>
        <translation>Fehler im Filter bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>mw::ui::FindBar</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
</context>
<context>
    <name>mw::ui::FindChangePage</name>
    <message>
        <source>Releases that have it</source>
        <translation>Releases, die sie haben</translation>
    </message>
    <message>
        <source>Id or title of a change, then Enter</source>
        <translation>Id oder Titel einer Änderung, dann Enter</translation>
    </message>
    <message>
        <source>Id or title of a change</source>
        <translation>Id oder Titel einer Änderung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>mw::ui::FollowController</name>
    <message>
        <source>&amp;Read what is new in the clone</source>
        <translation>Neues im Klon &amp;lesen</translation>
    </message>
    <message>
        <source>Show what came since your last &amp;look</source>
        <translation>Zeigen, was seit dem letzten Blick ka&amp;m</translation>
    </message>
    <message>
        <source>All of it has been s&amp;een</source>
        <translation>Alles davon ist &amp;gesehen</translation>
    </message>
    <message>
        <source>After a &apos;git fetch&apos;: read what came to the release, and nothing else</source>
        <translation>Nach einem „git fetch“: lesen, was zum Release hinzukam, und sonst nichts</translation>
    </message>
    <message>
        <source>Changesets that were read since you last said that you have seen all</source>
        <translation>Changesets, die gelesen wurden, seit Sie zuletzt sagten, dass Sie alles gesehen haben</translation>
    </message>
    <message>
        <source>What came so far is new no more</source>
        <translation>Was bisher kam, ist nicht mehr neu</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Alles gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) came to %1 since your last look.</source>
        <translation>
            <numerusform>%Ln Changeset kam seit Ihrem letzten Blick zu %1 hinzu.</numerusform>
            <numerusform>%Ln Changesets kamen seit Ihrem letzten Blick zu %1 hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clone has something new for %1.</source>
        <translation>Der Klon hat Neues für %1.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) are new no more</source>
        <translation>
            <numerusform>%Ln Changeset ist nicht mehr neu</numerusform>
            <numerusform>%Ln Changesets sind nicht mehr neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::HighlightsController</name>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;berblick</translation>
    </message>
    <message>
        <source>What the release holds, and what stands out in it</source>
        <translation>Was das Release enthält, und was darin auffällt</translation>
    </message>
</context>
<context>
    <name>mw::ui::HistoryClone</name>
    <message>
        <source>git cannot be started: %1.</source>
        <translation>Git kann nicht gestartet werden: %1.</translation>
    </message>
    <message>
        <source>There is no git on this computer. Install the package git (on Debian: apt install git), then try again.</source>
        <translation>Auf diesem Rechner ist kein Git. Installieren Sie das Paket git (auf Debian: apt install git), und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server does not know how to leave the files&apos; contents out: all of them came along, and take their room.</source>
        <translation>Der Server kann den Inhalt der Dateien nicht weglassen: Er ist ganz mitgekommen und braucht seinen Platz.</translation>
    </message>
</context>
<context>
    <name>mw::ui::HistoryForm</name>
    <message>
        <source>Choose where the clone goes</source>
        <translation>Wählen, wohin der Klon kommt</translation>
    </message>
    <message>
        <source>Write the address of a kernel repository.</source>
        <translation>Schreiben Sie die Adresse eines Kernel-Repositorys.</translation>
    </message>
    <message>
        <source>Choose a folder that is not there yet.</source>
        <translation>Wählen Sie einen Ordner, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>The folder %1 is there already and holds something. Choose one that is not there yet; to read what is in that one, import from it.</source>
        <translation>Den Ordner %1 gibt es schon, und er enthält etwas. Wählen Sie einen, den es noch nicht gibt; um zu lesen, was in jenem ist, importieren Sie daraus.</translation>
    </message>
    <message>
        <source>%1 is a file: choose a folder that is not there yet.</source>
        <translation>%1 ist eine Datei: Wählen Sie einen Ordner, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>An estimate: the history of the mainline without the contents of its files takes 1.5 to 2 GB and grows with each release.</source>
        <translation>Geschätzt: Die Historie der Mainline ohne den Inhalt ihrer Dateien braucht 1,5 bis 2 GB und wächst mit jedem Release.</translation>
    </message>
    <message>
        <source>There are only %1 free on that disk: most likely too little.</source>
        <translation>Auf dieser Platte sind nur %1 frei: wahrscheinlich zu wenig.</translation>
    </message>
    <message>
        <source>%1 are free on that disk.</source>
        <translation>%1 sind auf dieser Platte frei.</translation>
    </message>
    <message>
        <source>Write a release as v6.7, v6.7-rc3 or v6.7.3.</source>
        <translation>Schreiben Sie ein Release als v6.7, v6.7-rc3 oder v6.7.3.</translation>
    </message>
    <message>
        <source>The folder %1 is there already, with %2 alone. Choose another one; to read what is in that one, import from it.</source>
        <translation>Den Ordner %1 gibt es schon, mit %2 allein. Wählen Sie einen anderen; um zu lesen, was in diesem ist, importieren Sie daraus.</translation>
    </message>
    <message>
        <source>%1 is there already: it is imported without being fetched again.</source>
        <translation>%1 ist schon da: Es wird importiert, ohne noch einmal geholt zu werden.</translation>
    </message>
    <message>
        <source>A download of %1 into this folder was interrupted: it goes on with what is there.</source>
        <translation>Ein Download von %1 in diesen Ordner wurde unterbrochen: Er geht mit dem weiter, was da ist.</translation>
    </message>
    <message>
        <source>An estimate: %1 and half a year before it, without the contents of its files, take %2.</source>
        <translation>Eine Schätzung: %1 und ein halbes Jahr davor, ohne den Inhalt der Dateien, brauchen %2.</translation>
    </message>
</context>
<context>
    <name>mw::ui::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Choose a clone of the kernel</source>
        <translation>Einen Klon des Kernels wählen</translation>
    </message>
    <message>
        <source>Choose the folder of a kernel clone.</source>
        <translation>Wählen Sie den Ordner eines Kernel-Klons.</translation>
    </message>
    <message>
        <source>This clone has no tags. &apos;git fetch --tags&apos; run there brings them; or type two revisions.</source>
        <translation>Dieser Klon hat keine Tags. &apos;git fetch --tags&apos;, dort aufgerufen, holt sie; oder tippen Sie zwei Revisionen.</translation>
    </message>
    <message>
        <source>Choose the release and the one before it.</source>
        <translation>Wählen Sie das Release und das davor.</translation>
    </message>
    <message>
        <source>Nothing lies between %1 and itself: choose two revisions.</source>
        <translation>Zwischen %1 und sich selbst liegt nichts: Wählen Sie zwei Revisionen.</translation>
    </message>
    <message>
        <source>Give the release a name for the list.</source>
        <translation>Geben Sie dem Release einen Namen für die Liste.</translation>
    </message>
    <message>
        <source>Reading the tags of %1 …</source>
        <translation>Die Tags von %1 werden gelesen …</translation>
    </message>
    <message>
        <source>%1 is newer than %2: most likely they are the wrong way round.</source>
        <translation>%1 ist neuer als %2: Wahrscheinlich sind sie vertauscht.</translation>
    </message>
    <message>
        <source>Imports what is in %1 and not in %2. A release named %3 in the database is replaced.</source>
        <translation>Importiert, was in %1 ist und nicht in %2. Ein Release namens %3 in der Datenbank wird ersetzt.</translation>
    </message>
    <message>
        <source>The clone was made without file contents. Who maintains what stands in a file of the release, which git can bring from %1; that takes the network.</source>
        <translation>Der Klon wurde ohne Dateiinhalte angelegt. Wer was betreut, steht in einer Datei des Releases, die Git von %1 bringen kann; das braucht das Netz.</translation>
    </message>
    <message>
        <source>Let git &amp;fetch what this clone lacks from %1</source>
        <translation>&amp;Git holen lassen, was diesem Klon fehlt, von %1</translation>
    </message>
</context>
<context>
    <name>mw::ui::ImportProgressWidget</name>
    <message>
        <source>Finding commits</source>
        <translation>Commits werden gesucht</translation>
    </message>
    <message>
        <source>Having git fetch what the partial clone lacks</source>
        <translation>Git holt, was dem unvollständigen Klon fehlt</translation>
    </message>
    <message>
        <source>Reading changesets</source>
        <translation>Changesets werden gelesen</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <translation>Der Suchindex wird gebaut</translation>
    </message>
    <message>
        <source>Counting lines</source>
        <translation>Zeilen werden gezählt</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>Opening the clone</source>
        <translation>Der Klon wird geöffnet</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>mw::ui::InterfaceChangesController</name>
    <message>
        <source>Configuration symbols, parameters, system calls, device trees: what came, went or changed at the edges</source>
        <translation>Konfigurationssymbole, Parameter, Systemaufrufe, Device Trees: was an den Rändern kam, ging oder sich änderte</translation>
    </message>
    <message>
        <source>Interface changes: %1</source>
        <translation>Schnittstellen: %1</translation>
    </message>
    <message>
        <source>%1 is not in the database any more.</source>
        <translation>%1 ist nicht mehr in der Datenbank.</translation>
    </message>
    <message>
        <source>I&amp;nterface changes</source>
        <translation>Sch&amp;nittstellen</translation>
    </message>
</context>
<context>
    <name>mw::ui::InterfaceChangesPage</name>
    <message>
        <source>Interface changes</source>
        <translation>Änderungen an Schnittstellen</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Import it again…</source>
        <translation>Noch einmal &amp;importieren …</translation>
    </message>
    <message>
        <source>What changed at the edges of %1 is known once its lines are counted.</source>
        <translation>Was sich an den Rändern von %1 geändert hat, ist bekannt, sobald die Zeilen gezählt sind.</translation>
    </message>
    <message>
        <source>%1 was imported before this program read what changes at the edges.</source>
        <translation>%1 wurde importiert, bevor dieses Programm las, was sich an den Rändern ändert.</translation>
    </message>
    <message>
        <source>%1 was imported without counting lines, so its files were not read and what changed at its edges is not known.</source>
        <translation>%1 wurde importiert, ohne Zeilen zu zählen; darum wurden seine Dateien nicht gelesen, und was sich an seinen Rändern geändert hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>What changed at the edges of %1, which comes with the program, is not known. A clone of the kernel has it.</source>
        <translation>Was sich an den Rändern von %1 geändert hat, das mit dem Programm kommt, ist nicht bekannt. Ein Klon des Kernels hat es.</translation>
    </message>
    <message>
        <source>&amp;Import from a clone…</source>
        <translation>Aus einem Klon &amp;importieren …</translation>
    </message>
    <message>
        <source>The clone of %1 lacks the contents of files, so what changed at its edges cannot be read. Git can fetch what it takes: import the release again and let it.</source>
        <translation>Dem Klon von %1 fehlen die Inhalte von Dateien; darum lässt sich nicht lesen, was sich an seinen Rändern geändert hat. Git kann holen, was es braucht: importieren Sie das Release noch einmal und lassen Sie es zu.</translation>
    </message>
    <message>
        <source>&amp;Let git fetch them…</source>
        <translation>Von git ho&amp;len lassen …</translation>
    </message>
</context>
<context>
    <name>mw::ui::Interfaces</name>
    <message>
        <source>%1, not asked for</source>
        <translation>%1, ohne Frage</translation>
    </message>
    <message>
        <source>Configuration symbol</source>
        <translation>Konfigurationssymbol</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>System call</source>
        <translation>Systemaufruf</translation>
    </message>
    <message>
        <source>Header for user space</source>
        <translation>Header für den Userspace</translation>
    </message>
    <message>
        <source>Sysfs and the like</source>
        <translation>Sysfs und Ähnliches</translation>
    </message>
    <message>
        <source>Sysctl</source>
        <translation>Sysctl</translation>
    </message>
    <message>
        <source>Device tree</source>
        <translation>Device Tree</translation>
    </message>
    <message>
        <source>Tool for building</source>
        <translation>Werkzeug zum Bauen</translation>
    </message>
    <message>
        <source>Maintainers</source>
        <translation>Maintainer</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Filesystem</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Entfallen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es sagt</translation>
    </message>
    <message>
        <source>Changeset</source>
        <translation>Changeset</translation>
    </message>
    <message>
        <source>a merge</source>
        <translation>ein Merge</translation>
    </message>
    <message>
        <source>Nothing changed at the edges of %1.</source>
        <translation>An den Rändern von %1 hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>There is none of that kind.</source>
        <translation>Davon gibt es nichts.</translation>
    </message>
</context>
<context>
    <name>mw::ui::KernelPanel</name>
    <message>
        <source>My kernel</source>
        <translation>Mein Kernel</translation>
    </message>
    <message>
        <source>Fixes it lacks</source>
        <translation>Fehlende Korrekturen</translation>
    </message>
    <message>
        <source>Changesets that say what they fix, or ask for stable kernels, and that %1 does not have</source>
        <translation>Changesets, die sagen, was sie korrigieren, oder in stabile Kernel wollen, und die %1 nicht hat</translation>
    </message>
    <message>
        <source>CVE fixes it lacks</source>
        <translation>Fehlende CVE-Korrekturen</translation>
    </message>
    <message>
        <source>Changesets that fix a CVE and that %1 does not have</source>
        <translation>Changesets, die eine CVE beheben und die %1 nicht hat</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Everything that %1 does not have</source>
        <translation>Alles, was %1 nicht hat</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>What %1 has, as the same commit or as a backport</source>
        <translation>Was %1 hat, als derselbe Commit oder als Rückportierung</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Nicht zu sagen</translation>
    </message>
    <message>
        <source>The history of %1 does not go back so far</source>
        <translation>Die Historie von %1 reicht nicht so weit zurück</translation>
    </message>
    <message>
        <source>My configuration</source>
        <translation>Meine Konfiguration</translation>
    </message>
    <message>
        <source>Built by it</source>
        <translation>Wird gebaut</translation>
    </message>
    <message>
        <source>Changesets that touch what the configuration builds</source>
        <translation>Changesets, die berühren, was die Konfiguration baut</translation>
    </message>
    <message>
        <source>Whether it is built, only running the tree&apos;s own scripts would say</source>
        <translation>Ob es gebaut wird, würden nur die Skripte des Baums selbst sagen</translation>
    </message>
    <message>
        <source>Not built</source>
        <translation>Wird nicht gebaut</translation>
    </message>
    <message>
        <source>Changesets of which the configuration builds nothing</source>
        <translation>Changesets, von denen die Konfiguration nichts baut</translation>
    </message>
    <message>
        <source>CVE records</source>
        <translation>CVE-Einträge</translation>
    </message>
    <message>
        <source>Fixes a CVE</source>
        <translation>Behebt eine CVE</translation>
    </message>
    <message>
        <source>By the kernel&apos;s own CVE records</source>
        <translation>Nach den CVE-Einträgen des Kernels selbst</translation>
    </message>
    <message>
        <source>… critical</source>
        <translation>… kritisch</translation>
    </message>
    <message>
        <source>… high</source>
        <translation>… hoch</translation>
    </message>
    <message>
        <source>… medium</source>
        <translation>… mittel</translation>
    </message>
    <message>
        <source>… low</source>
        <translation>… niedrig</translation>
    </message>
    <message>
        <source>… not rated yet</source>
        <translation>… noch nicht bewertet</translation>
    </message>
    <message>
        <source>Fixes of that severity, as the records rate it</source>
        <translation>Korrekturen dieser Schwere, wie die Einträge sie bewerten</translation>
    </message>
    <message>
        <source>Introduced one</source>
        <translation>Brachte eine</translation>
    </message>
    <message>
        <source>Changesets that brought the fault of a CVE</source>
        <translation>Changesets, die den Fehler einer CVE brachten</translation>
    </message>
    <message>
        <source>Does my tree have this?…</source>
        <translation>Hat mein Zweig das? …</translation>
    </message>
    <message>
        <source>Point at a stable branch, a vendor&apos;s or a distribution&apos;s kernel, and see which fixes it lacks</source>
        <translation>Auf einen stabilen Zweig oder den Kernel eines Herstellers oder einer Distribution zeigen und sehen, welche Korrekturen ihm fehlen</translation>
    </message>
    <message>
        <source>What does my kernel build?…</source>
        <translation>Was baut mein Kernel? …</translation>
    </message>
    <message>
        <source>Give a .config, and see which changesets touch what it builds</source>
        <translation>Eine .config angeben und sehen, welche Changesets berühren, was sie baut</translation>
    </message>
    <message>
        <source>Which changesets fix a CVE?…</source>
        <translation>Welche Changesets beheben eine CVE? …</translation>
    </message>
    <message>
        <source>Point at a clone of the kernel&apos;s CVE records</source>
        <translation>Auf einen Klon der CVE-Einträge des Kernels zeigen</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
</context>
<context>
    <name>mw::ui::KeyTable</name>
    <message>
        <source>In the filter</source>
        <translation>Im Filter</translation>
    </message>
    <message>
        <source>Go on in the table</source>
        <translation>In der Tabelle weitermachen</translation>
    </message>
    <message>
        <source>Choose a suggestion</source>
        <translation>Einen Vorschlag wählen</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Den Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Close the suggestions, then clear the filter</source>
        <translation>Die Vorschläge schließen, dann den Filter leeren</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>In der Tabelle</translation>
    </message>
    <message>
        <source>Next and previous changeset</source>
        <translation>Nächstes und voriges Changeset</translation>
    </message>
    <message>
        <source>Go to what starts with these letters</source>
        <translation>Zu dem gehen, was mit diesen Buchstaben beginnt</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message>
        <source>Select one more, or one less</source>
        <translation>Eines mehr oder weniger auswählen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>What can be done with them</source>
        <translation>Was mit ihnen getan werden kann</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>Erstes und letztes</translation>
    </message>
    <message>
        <source>Between panes</source>
        <translation>Zwischen den Bereichen</translation>
    </message>
    <message>
        <source>Next and previous field</source>
        <translation>Nächstes und voriges Feld</translation>
    </message>
    <message>
        <source>Next and previous tab of the commit</source>
        <translation>Nächster und voriger Reiter des Commits</translation>
    </message>
    <message>
        <source>Next and previous tab, in the row of tabs</source>
        <translation>Nächster und voriger Reiter, in der Reihe der Reiter</translation>
    </message>
    <message>
        <source>Unfold and fold a section</source>
        <translation>Einen Abschnitt auf- und zuklappen</translation>
    </message>
    <message>
        <source>A menu</source>
        <translation>Ein Menü</translation>
    </message>
    <message>
        <source>Alt and the underlined letter</source>
        <translation>Alt und der unterstrichene Buchstabe</translation>
    </message>
    <message>
        <source>In messages and diffs</source>
        <translation>In Nachrichten und Diffs</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Next and previous link</source>
        <translation>Nächster und voriger Verweis</translation>
    </message>
    <message>
        <source>Follow the link</source>
        <translation>Dem Verweis folgen</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Den ausgewählten Text kopieren</translation>
    </message>
    <message>
        <source>In a document</source>
        <translation>In einem Dokument</translation>
    </message>
    <message>
        <source>Follow the link; in a tab of its own</source>
        <translation>Dem Verweis folgen; in einem eigenen Reiter</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Next and previous place found</source>
        <translation>Nächste und vorige Fundstelle</translation>
    </message>
    <message>
        <source>Leave the search in the document</source>
        <translation>Die Suche im Dokument verlassen</translation>
    </message>
    <message>
        <source>Larger, smaller, usual size</source>
        <translation>Größer, kleiner, übliche Größe</translation>
    </message>
    <message>
        <source>In notes and dialogs</source>
        <translation>In Notizen und Dialogen</translation>
    </message>
    <message>
        <source>Back to the table from a note</source>
        <translation>Von einer Notiz zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Tick a line of the draft, or not</source>
        <translation>Eine Zeile des Entwurfs abhaken oder nicht</translation>
    </message>
    <message>
        <source>Move in a list while typing above it</source>
        <translation>In einer Liste gehen, während darüber getippt wird</translation>
    </message>
    <message>
        <source>Accept, or leave as it was</source>
        <translation>Übernehmen, oder lassen, wie es war</translation>
    </message>
</context>
<context>
    <name>mw::ui::LinePanel</name>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Further back</source>
        <translation>Weiter &amp;zurück</translation>
    </message>
    <message>
        <source>Goes on in the clone, before the start of the release</source>
        <translation>Sucht im Klon weiter, vor dem Beginn des Releases</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Commits of the line</source>
        <translation>Commits der Zeile</translation>
    </message>
    <message>
        <source>Stopped: what was found by then is below.</source>
        <translation>Angehalten: Was bis dahin gefunden war, steht darunter.</translation>
    </message>
    <message>
        <source>Looking for who wrote this line…</source>
        <translation>Gesucht wird, wer diese Zeile schrieb …</translation>
    </message>
    <message>
        <source>Looking for what changed these lines later…</source>
        <translation>Gesucht wird, was diese Zeilen später änderte …</translation>
    </message>
    <message numerus="yes">
        <source>Looking for who wrote this line: %Ln commit(s) so far</source>
        <translation>
            <numerusform>Gesucht wird, wer diese Zeile schrieb: bisher %Ln Commit</numerusform>
            <numerusform>Gesucht wird, wer diese Zeile schrieb: bisher %Ln Commits</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for what changed these lines later: %1 of %2</source>
        <translation>Gesucht wird, was diese Zeilen später änderte: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in %1 changed later what this changeset added to this file.</source>
        <translation>Nichts in %1 änderte später, was dieses Changeset dieser Datei hinzufügte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) of %1 changed later what this one added to this file:</source>
        <translation>
            <numerusform>%Ln Changeset aus %1 änderte später, was dieses der Datei hinzufügte:</numerusform>
            <numerusform>%Ln Changesets aus %1 änderten später, was dieses der Datei hinzufügte:</numerusform>
        </translation>
    </message>
    <message>
        <source>This line is older than %1: no changeset of the release wrote it.</source>
        <translation>Diese Zeile ist älter als %1: Kein Changeset des Releases schrieb sie.</translation>
    </message>
    <message>
        <source>There is no such line in the clone.</source>
        <translation>Eine solche Zeile gibt es im Klon nicht.</translation>
    </message>
    <message>
        <source>This line was last written by:</source>
        <translation>Diese Zeile schrieb zuletzt:</translation>
    </message>
</context>
<context>
    <name>mw::ui::LinkFacts</name>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Branch merge</source>
        <translation>Zweig-Merge</translation>
    </message>
    <message>
        <source>title unknown</source>
        <translation>Titel unbekannt</translation>
    </message>
</context>
<context>
    <name>mw::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s)</source>
        <translation>
            <numerusform>%Ln Changeset</numerusform>
            <numerusform>%Ln Changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln changeset(s)</source>
        <translation>
            <numerusform>%1 von %Ln Changeset</numerusform>
            <numerusform>%1 von %Ln Changesets</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter cannot be understood.</source>
        <translation>Der Filter ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The import was stopped. What an earlier step had finished is kept, nothing else was changed.</source>
        <translation>Der Import wurde angehalten. Was ein früherer Schritt fertiggestellt hatte, bleibt; sonst wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 is complete: %2.</source>
        <translation>%1 ist vollständig: %2.</translation>
    </message>
    <message>
        <source>%1 — Merge Window</source>
        <translation>%1 — Merge Window</translation>
    </message>
    <message>
        <source>Import from a clone…</source>
        <translation>Aus einem Klon importieren …</translation>
    </message>
    <message>
        <source>%1 of %2 in all releases</source>
        <translation>%1 von %2 in allen Releases</translation>
    </message>
    <message>
        <source>No release is open.</source>
        <translation>Kein Release ist offen.</translation>
    </message>
    <message>
        <source>The database could not be read; what is wrong with it is said above. F5 tries again.</source>
        <translation>Die Datenbank konnte nicht gelesen werden; was mit ihr nicht stimmt, steht oben. F5 versucht es noch einmal.</translation>
    </message>
    <message>
        <source>Rele&amp;ase:</source>
        <translation>R&amp;elease:</translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation>Neu importieren …</translation>
    </message>
    <message>
        <source>As of %1: %2</source>
        <translation>Stand %1: %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln reference(s)</source>
        <translation>
            <numerusform>%Ln Verweis kopiert</numerusform>
            <numerusform>%Ln Verweise kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>There is no release in this database yet.</source>
        <translation>In dieser Datenbank gibt es noch kein Release.</translation>
    </message>
    <message>
        <source>Import a release from a clone of the kernel: Ctrl+I.</source>
        <translation>Importieren Sie ein Release aus einem Klon des Kernels: Strg+I.</translation>
    </message>
    <message>
        <source>There is no release %1 in this database.</source>
        <translation>In dieser Datenbank gibt es kein Release %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) known here, of %1 in all</source>
        <translation>
            <numerusform>%Ln Changeset ist hier bekannt, von insgesamt %1</numerusform>
            <numerusform>%Ln Changesets sind hier bekannt, von insgesamt %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln changeset(s) known here, of %2 in all</source>
        <translation>
            <numerusform>%1 von %Ln Changeset, das hier bekannt ist, von insgesamt %2</numerusform>
            <numerusform>%1 von %Ln Changesets, die hier bekannt sind, von insgesamt %2</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what is known of %1 without a clone: %2. To see everything that landed, import it from a clone of the kernel.</source>
        <translation>Das ist, was von %1 ohne Klon bekannt ist: %2. Um alles zu sehen, was gelandet ist, importieren Sie es aus einem Klon des Kernels.</translation>
    </message>
    <message>
        <source>The clone has nothing new for %1.</source>
        <translation>Der Klon hat nichts Neues für %1.</translation>
    </message>
    <message>
        <source>%1 is tagged by now: it was called %2 here.</source>
        <translation>%1 hat inzwischen ein Tag: Hier hieß es %2.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>mw::ui::ManualDialog</name>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>mw::ui::MarkWords</name>
    <message>
        <source>Another colour</source>
        <translation>Eine andere Farbe</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>mit Lesezeichen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>section of your own choice</source>
        <translation>selbst gewählter Abschnitt</translation>
    </message>
    <message>
        <source>new hardware</source>
        <translation>neue Hardware</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>new since your last look</source>
        <translation>neu seit Ihrem letzten Blick</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
</context>
<context>
    <name>mw::ui::MarksDock</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Own sections</source>
        <translation>Eigene Abschnitte</translation>
    </message>
    <message>
        <source>Nothing is marked yet. Ctrl+D bookmarks the changesets that are selected, Ctrl+Shift+N writes a note.</source>
        <translation>Noch ist nichts markiert. Strg+D setzt ein Lesezeichen bei den ausgewählten Changesets, Strg+Umschalt+N schreibt eine Notiz.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln commit(s)</source>
        <translation>
            <numerusform>%Ln Commit</numerusform>
            <numerusform>%Ln Commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln commit(s)</source>
        <translation>
            <numerusform>%1 von %Ln Commit</numerusform>
            <numerusform>%1 von %Ln Commits</numerusform>
        </translation>
    </message>
    <message>
        <source>My marks</source>
        <translation>Meine Markierungen</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>mw::ui::MarksModel</name>
    <message>
        <source>Subject</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1, in no release of this database</source>
        <translation>%1, in keinem Release dieser Datenbank</translation>
    </message>
    <message>
        <source>title unknown</source>
        <translation>Titel unbekannt</translation>
    </message>
</context>
<context>
    <name>mw::ui::MentionsBar</name>
    <message>
        <source>Written about it</source>
        <translation>Darüber geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>Written about it, in %Ln place(s)</source>
        <translation>
            <numerusform>Darüber geschrieben, an %Ln Stelle</numerusform>
            <numerusform>Darüber geschrieben, an %Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Read it there</source>
        <translation>Dort lesen</translation>
    </message>
    <message>
        <source>Show them all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>, of a merge that brought it: </source>
        <translation>, über einen Merge, der es brachte: </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::MergedCommitsModel</name>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
</context>
<context>
    <name>mw::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>mw::ui::MessageLog</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>mw::ui::MessagePage</name>
    <message>
        <source>In the web browser: %1</source>
        <translation>Im Webbrowser: %1</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>The message is its subject alone.</source>
        <translation>Die Nachricht besteht nur aus ihrem Titel.</translation>
    </message>
    <message>
        <source>Its message, its diff and the pull it landed through are not part of the release that comes with the program. Import %1 from a clone of the kernel to read them here.</source>
        <translation>Seine Nachricht, sein Diff und der Pull, mit dem es landete, gehören nicht zu dem Release, das mit dem Programm kommt. Importieren Sie %1 aus einem Klon des Kernels, um sie hier zu lesen.</translation>
    </message>
</context>
<context>
    <name>mw::ui::MessageView</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>&amp;Line for line, as written</source>
        <translation>&amp;Zeile für Zeile, wie geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>All of the message: %Ln letter(s)</source>
        <translation>
            <numerusform>Die ganze Nachricht: %Ln Zeichen</numerusform>
            <numerusform>Die ganze Nachricht: %Ln Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::Messages</name>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>What was said in this session: errors and remarks</source>
        <translation>Was in dieser Sitzung gesagt wurde: Fehler und Bemerkungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Meldung</numerusform>
            <numerusform>%Ln Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::MessagesDock</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Nothing was said in this session: no error, no remark.</source>
        <translation>In dieser Sitzung wurde nichts gesagt: kein Fehler, keine Bemerkung.</translation>
    </message>
</context>
<context>
    <name>mw::ui::NarrowBar</name>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1
A click shows everything again</source>
        <translation>%1
Ein Klick zeigt wieder alles</translation>
    </message>
    <message>
        <source>%1; press to show everything again</source>
        <translation>%1; drücken, um wieder alles zu zeigen</translation>
    </message>
</context>
<context>
    <name>mw::ui::NotePage</name>
    <message>
        <source>Your note on this commit</source>
        <translation>Ihre Notiz zu diesem Commit</translation>
    </message>
    <message>
        <source>This entry has no commit id by which a note could be remembered.</source>
        <translation>Dieser Eintrag hat keine Commit-Id, unter der eine Notiz gemerkt werden könnte.</translation>
    </message>
    <message>
        <source>What you want to remember about this commit, in Markdown. It is saved by itself.</source>
        <translation>Was Sie sich zu diesem Commit merken wollen, in Markdown. Es wird von selbst gespeichert.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>Keine Notiz</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The note as it reads</source>
        <translation>Die Notiz, wie sie sich liest</translation>
    </message>
</context>
<context>
    <name>mw::ui::OutlineModel</name>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>title unknown</source>
        <translation>Titel unbekannt</translation>
    </message>
    <message>
        <source>Probably a series of %1: %2</source>
        <translation>Vermutlich eine Serie aus %1: %2</translation>
    </message>
    <message>
        <source>A guess: neighbours by one author, committed within minutes of each other</source>
        <translation>Eine Vermutung: Nachbarn von einem Autor, binnen Minuten nacheinander eingetragen</translation>
    </message>
    <message>
        <source>Where most of its changesets are, and how many other sections they are in</source>
        <translation>Wo die meisten seiner Changesets sind, und in wie vielen anderen Abschnitten noch welche</translation>
    </message>
    <message>
        <source>Who wrote most of its changesets, and how many others wrote some</source>
        <translation>Wer die meisten seiner Changesets schrieb, und wie viele andere noch welche</translation>
    </message>
    <message>
        <source>How much of it the list shows now</source>
        <translation>Wie viel davon die Liste gerade zeigt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Landed</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Changesets</source>
        <translation>Changesets</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>Meist</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>mw::ui::OutlineView</name>
    <message>
        <source>&amp;Open as a commit</source>
        <translation>Als Commit ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;List its changesets</source>
        <translation>Changesets auf&amp;listen</translation>
    </message>
    <message>
        <source>Open &amp;all below it</source>
        <translation>&amp;Alles darunter öffnen</translation>
    </message>
    <message>
        <source>&amp;Close it</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>mw::ui::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln changeset(s) landed between %1 and %2, from %3 to %4.</source>
        <translation>
            <numerusform>%Ln Changeset ist zwischen %1 und %2 angekommen, vom %3 bis zum %4.</numerusform>
            <numerusform>%Ln Changesets sind zwischen %1 und %2 angekommen, vom %3 bis zum %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) landed between %1 and %2.</source>
        <translation>
            <numerusform>%Ln Changeset ist zwischen %1 und %2 angekommen.</numerusform>
            <numerusform>%Ln Changesets sind zwischen %1 und %2 angekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They came through %Ln pull(s) into the mainline.</source>
        <translation>
            <numerusform>Sie kamen durch %Ln Pull in die Mainline.</numerusform>
            <numerusform>Sie kamen durch %Ln Pulls in die Mainline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other merge(s) were made in the maintainers&apos; trees.</source>
        <translation>
            <numerusform>%Ln weiterer Merge entstand in den Bäumen der Maintainer.</numerusform>
            <numerusform>%Ln weitere Merges entstanden in den Bäumen der Maintainer.</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge window closed with %1 on %2; what landed later is stabilisation.</source>
        <translation>Das Merge-Fenster schloss mit %1 am %2; was später ankam, ist Stabilisierung.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines were added and %2 removed, in %Ln change(s) of files.</source>
        <translation>
            <numerusform>%1 Zeilen kamen hinzu und %2 fielen weg, in %Ln Dateiänderung.</numerusform>
            <numerusform>%1 Zeilen kamen hinzu und %2 fielen weg, in %Ln Dateiänderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its lines are still being counted.</source>
        <translation>Seine Zeilen werden noch gezählt.</translation>
    </message>
    <message>
        <source>What went into %1</source>
        <translation>Was in %1 eingegangen ist</translation>
    </message>
    <message>
        <source>Merge Window shows what landed in a Linux release: each changeset between two tags, sorted into the sections of a merge-window article, with the pull that brought it, its message, its files and its diff.</source>
        <translation>Merge Window zeigt, was in einem Linux-Release angekommen ist: jedes Changeset zwischen zwei Tags, eingeordnet in die Abschnitte eines Artikels über das Merge-Fenster, mit dem Pull, der es brachte, seiner Nachricht, seinen Dateien und seinem Diff.</translation>
    </message>
    <message>
        <source>Read from the clone %1.</source>
        <translation>Gelesen aus dem Klon %1.</translation>
    </message>
    <message>
        <source>Choose a section on the left, type a filter above the list (Ctrl+F), sort by a column, and choose a line to read it here.</source>
        <translation>Wählen Sie links einen Abschnitt, tippen Sie über der Liste einen Filter (Strg+F), sortieren Sie nach einer Spalte, und wählen Sie eine Zeile, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>Nur %1 zeigen</translation>
    </message>
    <message>
        <source>Filters to try:</source>
        <translation>Filter zum Ausprobieren:</translation>
    </message>
    <message>
        <source> (a word), </source>
        <translation> (ein Wort), </translation>
    </message>
    <message>
        <source> (two sections), </source>
        <translation> (zwei Abschnitte), </translation>
    </message>
    <message>
        <source> (merges alone)</source>
        <translation> (nur Merges)</translation>
    </message>
    <message>
        <source> (what Linus pulled), </source>
        <translation> (was Linus geholt hat), </translation>
    </message>
    <message>
        <source> (large changesets), </source>
        <translation> (große Changesets), </translation>
    </message>
    <message>
        <source> (words), </source>
        <translation> (Wörter), </translation>
    </message>
    <message>
        <source> (somebody reported it)</source>
        <translation> (jemand hat es gemeldet)</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Einen Blick wert</translation>
    </message>
    <message>
        <source>Largest pulls</source>
        <translation>Größte Pulls</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) landed between %1 and %2, on %3.</source>
        <translation>
            <numerusform>%Ln Changeset ist zwischen %1 und %2 angekommen, am %3.</numerusform>
            <numerusform>%Ln Changesets sind zwischen %1 und %2 angekommen, am %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them could not be read and are left out of these lines.</source>
        <translation>
            <numerusform>%Ln davon konnte nicht gelesen werden und fehlt in diesen Zeilen.</numerusform>
            <numerusform>%Ln davon konnten nicht gelesen werden und fehlen in diesen Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln changeset(s) of %1 here come with the program, of %2 in all: those that public records prove, with what changed at the edges of the release. All of a release is read from a clone of the kernel on this computer, in seconds: choose Import… above.</source>
        <translation>
            <numerusform>Das %Ln Changeset von %1 hier kommt mit dem Programm, von insgesamt %2: was öffentliche Aufzeichnungen belegen, mit dem, was sich an den Schnittstellen des Releases geändert hat. Ein ganzes Release wird aus einem Klon des Kernels auf diesem Rechner gelesen, in Sekunden: Wählen Sie oben „Importieren …“.</numerusform>
            <numerusform>Die %Ln Changesets von %1 hier kommen mit dem Programm, von insgesamt %2: was öffentliche Aufzeichnungen belegen, mit dem, was sich an den Schnittstellen des Releases geändert hat. Ein ganzes Release wird aus einem Klon des Kernels auf diesem Rechner gelesen, in Sekunden: Wählen Sie oben „Importieren …“.</numerusform>
        </translation>
    </message>
    <message>
        <source> (corrects what landed in it), </source>
        <translation> (berichtigt, was darin ankam), </translation>
    </message>
</context>
<context>
    <name>mw::ui::OwnKernel</name>
    <message>
        <source>Not asked yet: the release was imported since the tree was read</source>
        <translation>Noch nicht gefragt: Das Release wurde importiert, seit der Zweig gelesen wurde</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Fixes it lacks</source>
        <translation>Fehlende Korrekturen</translation>
    </message>
    <message>
        <source>Of %1. Enter or a click shows them</source>
        <translation>Von %1. Eingabetaste oder Klick zeigt sie</translation>
    </message>
    <message>
        <source>CVE fixes it lacks</source>
        <translation>Fehlende CVE-Korrekturen</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Nicht zu sagen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Branch and clone</source>
        <translation>Branch und Klon</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1
commit %2</source>
        <translation>%1
Commit %2</translation>
    </message>
    <message>
        <source>No tree is known yet. “Add a tree” points at one.</source>
        <translation>Noch ist kein Zweig bekannt. „Zweig hinzufügen“ zeigt auf einen.</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>What make takes where nobody answers; n where none is written</source>
        <translation>Was make nimmt, wo niemand antwortet; n, wo keine geschrieben steht</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1, not asked for</source>
        <translation>%1, ohne Frage</translation>
    </message>
    <message>
        <source>The configuration answers every new symbol of %1.</source>
        <translation>Die Konfiguration beantwortet jedes neue Symbol von %1.</translation>
    </message>
    <message>
        <source>Which symbols are new in %1 is not known: the page of interface changes says why.</source>
        <translation>Welche Symbole in %1 neu sind, ist nicht bekannt: Die Seite der Schnittstellen-Änderungen sagt, warum.</translation>
    </message>
    <message>
        <source>Fixes not to be told</source>
        <translation>Offene Korrekturen</translation>
    </message>
    <message>
        <source>Fixes and CVE fixes of %1 of which it cannot be told whether the tree has them: their ids alone are known, or they were written before its history begins</source>
        <translation>Korrekturen und CVE-Korrekturen von %1, bei denen sich nicht sagen lässt, ob der Baum sie hat: Nur ihre Kennungen sind bekannt, oder sie wurden geschrieben, bevor seine Geschichte beginnt</translation>
    </message>
    <message>
        <source>Something is being read…</source>
        <translation>Etwas wird gelesen …</translation>
    </message>
</context>
<context>
    <name>mw::ui::OwnKernelController</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>M&amp;y kernel</source>
        <translation>Mein &amp;Kernel</translation>
    </message>
    <message>
        <source>Does my &amp;tree have this?…</source>
        <translation>Hat mein &amp;Zweig das? …</translation>
    </message>
    <message>
        <source>Ask a stable branch, a vendor&apos;s or a distribution&apos;s kernel which changesets it has, and which fixes it lacks</source>
        <translation>Einen stabilen Zweig oder den Kernel eines Herstellers oder einer Distribution fragen, welche Changesets er hat und welche Korrekturen ihm fehlen</translation>
    </message>
    <message>
        <source>My &amp;configuration…</source>
        <translation>Meine &amp;Konfiguration …</translation>
    </message>
    <message>
        <source>What of the release a .config builds, and which new symbols it does not answer</source>
        <translation>Was vom Release eine .config baut und welche neuen Symbole sie nicht beantwortet</translation>
    </message>
    <message>
        <source>Read CVE &amp;records…</source>
        <translation>CVE-Einträge &amp;lesen …</translation>
    </message>
    <message>
        <source>Mark the changesets that the kernel&apos;s own CVE records name</source>
        <translation>Die Changesets markieren, die die CVE-Einträge des Kernels selbst nennen</translation>
    </message>
    <message>
        <source>Show CVE &amp;fixes</source>
        <translation>&amp;CVE-Korrekturen zeigen</translation>
    </message>
    <message>
        <source>Changesets of the release that fix a CVE</source>
        <translation>Changesets des Release, die eine CVE beheben</translation>
    </message>
    <message>
        <source>Fixes that %1 lacks</source>
        <translation>Korrekturen, die %1 fehlen</translation>
    </message>
    <message>
        <source>CVE fixes that %1 lacks</source>
        <translation>CVE-Korrekturen, die %1 fehlen</translation>
    </message>
    <message>
        <source>My kernel</source>
        <translation>Mein Kernel</translation>
    </message>
    <message>
        <source>Choose the configuration of your kernel</source>
        <translation>Die Konfiguration Ihres Kernels wählen</translation>
    </message>
    <message>
        <source>Choose the clone of the CVE records</source>
        <translation>Den Klon der CVE-Einträge wählen</translation>
    </message>
    <message>
        <source>Something is being read already: stop it below, or wait for it.</source>
        <translation>Es wird schon etwas gelesen: Halten Sie es unten an, oder warten Sie darauf.</translation>
    </message>
    <message>
        <source>A release is being imported: what it brings is asked about too once it is there. Try again then.</source>
        <translation>Ein Release wird importiert: Was es bringt, wird auch gefragt, sobald es da ist. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The reading was stopped; what was known before stays.</source>
        <translation>Das Lesen wurde angehalten; was vorher bekannt war, bleibt.</translation>
    </message>
    <message>
        <source>%1 was asked for every changeset here.</source>
        <translation>%1 wurde nach jedem Changeset hier gefragt.</translation>
    </message>
    <message>
        <source>Show the fixes it lacks</source>
        <translation>Fehlende Korrekturen zeigen</translation>
    </message>
    <message>
        <source>%1 was read: what it builds can be searched for.</source>
        <translation>%1 wurde gelesen: Was sie baut, kann gesucht werden.</translation>
    </message>
    <message>
        <source>Show what is built</source>
        <translation>Gebautes zeigen</translation>
    </message>
    <message>
        <source>%1 CVE records were read: of the changesets here %2 fix one, and %3 introduced one.</source>
        <translation>%1 CVE-Einträge wurden gelesen: Von den Changesets hier beheben %2 eine, und %3 brachten eine.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be understood, such as %1</source>
        <translation>
            <numerusform>%Ln Datei konnte nicht verstanden werden: %1</numerusform>
            <numerusform>%Ln Dateien konnten nicht verstanden werden, etwa %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the fixes</source>
        <translation>Korrekturen zeigen</translation>
    </message>
    <message>
        <source>Forget a tree</source>
        <translation>Einen Zweig vergessen</translation>
    </message>
    <message>
        <source>Forget what is known of %1?</source>
        <translation>Vergessen, was von %1 bekannt ist?</translation>
    </message>
    <message>
        <source>Its clone is not touched; it can be read again.</source>
        <translation>Sein Klon wird nicht angerührt; er kann neu gelesen werden.</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
</context>
<context>
    <name>mw::ui::OwnKernelDialog</name>
    <message>
        <source>Trees</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>New symbols</source>
        <translation>Neue Symbole</translation>
    </message>
    <message>
        <source>Give the configuration of your kernel, and see which changesets touch what it builds, and which new symbols it does not answer yet: a .config, a file such as /boot/config-6.1.0, or /proc/config.gz. It can be dropped on the window, too.</source>
        <translation>Geben Sie die Konfiguration Ihres Kernels an und sehen Sie, welche Changesets berühren, was sie baut, und welche neuen Symbole sie noch nicht beantwortet: eine .config, eine Datei wie /boot/config-6.1.0 oder /proc/config.gz. Sie kann auch auf das Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>Read on %1 from %2, for arch/%3.</source>
        <translation>Gelesen am %1 aus %2, für arch/%3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new symbol(s) of %1 that it does not answer, with what make takes unasked:</source>
        <translation>
            <numerusform>%Ln neues Symbol von %1, das sie nicht beantwortet, mit dem, was make ungefragt nimmt:</numerusform>
            <numerusform>%Ln neue Symbole von %1, die sie nicht beantwortet, mit dem, was make ungefragt nimmt:</numerusform>
        </translation>
    </message>
    <message>
        <source>The kernel&apos;s own CVE records say which changesets fix or brought a fault. Point at a clone of them (git.kernel.org, “vulns”), and again when it was renewed. Nothing is fetched.</source>
        <translation>Die CVE-Einträge des Kernels selbst sagen, welche Changesets einen Fehler beheben oder brachten. Zeigen Sie auf einen Klon davon (git.kernel.org, „vulns“), und noch einmal, wenn er erneuert wurde. Nichts wird geholt.</translation>
    </message>
    <message>
        <source>None of the records known here names a changeset of %1.</source>
        <translation>Keiner der hier bekannten Einträge nennt ein Changeset von %1.</translation>
    </message>
    <message>
        <source>Changesets of %1 that fix a CVE: %2; that brought the fault of one: %3.</source>
        <translation>Changesets von %1, die eine CVE beheben: %2; die den Fehler einer CVE brachten: %3.</translation>
    </message>
    <message>
        <source>A release is being imported. Trees, a configuration and records can be read once it is there.</source>
        <translation>Ein Release wird eingelesen. Bäume, eine Konfiguration und Aufzeichnungen lassen sich lesen, sobald es da ist.</translation>
    </message>
</context>
<context>
    <name>mw::ui::OwnRules</name>
    <message>
        <source># Your own section rules for Merge Window. They are asked before the ones that come with
# the program. After a change, choose Sections &gt; Sort anew by the rules.
</source>
        <translation># Ihre eigenen Abschnittsregeln für Merge Window. Sie werden vor denen gefragt, die mit
# dem Programm kommen. Wählen Sie nach einer Änderung Abschnitte &gt; Nach den Regeln neu einordnen.
</translation>
    </message>
    <message>
        <source># An example. Take the # away to use it:
</source>
        <translation># Ein Beispiel. Nehmen Sie die # weg, um es zu verwenden:
</translation>
    </message>
    <message>
        <source>No program of this desktop opens %1. It is a text file: open it in an editor of your choice.</source>
        <translation>Kein Programm dieses Desktops öffnet %1. Es ist eine Textdatei: Öffnen Sie sie in einem Editor Ihrer Wahl.</translation>
    </message>
</context>
<context>
    <name>mw::ui::Palette</name>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>Alle Abschnitte</translation>
    </message>
    <message>
        <source>Open tab</source>
        <translation>Offener Reiter</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Open commit %1</source>
        <translation>Commit %1 öffnen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Search for %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>mw::ui::PaletteModel</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>mw::ui::PullsPage</name>
    <message>
        <source>Words of a title, tree or section</source>
        <translation>Wörter aus Titel, Baum oder Abschnitt</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>Open it as a commit</source>
        <translation>Als Commit öffnen</translation>
    </message>
    <message>
        <source>List its changesets: %1</source>
        <translation>Seine Changesets auflisten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pull(s)</source>
        <translation>
            <numerusform>%Ln Pull</numerusform>
            <numerusform>%Ln Pulls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>they brought %1 of %Ln changeset(s) of %2</source>
        <translation>
            <numerusform>sie brachten %1 von %Ln Changeset von %2</numerusform>
            <numerusform>sie brachten %1 von %Ln Changesets von %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Hits alo&amp;ne</source>
        <translation>Nur &amp;Treffer</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>Gliederung filtern</translation>
    </message>
    <message>
        <source>Leaves out what the list does not show now</source>
        <translation>Lässt weg, was die Liste gerade nicht zeigt</translation>
    </message>
    <message>
        <source>Outline of the release: pulls, merges, series and changesets</source>
        <translation>Gliederung des Releases: Pulls, Merges, Serien und Changesets</translation>
    </message>
    <message>
        <source>Message of what is chosen</source>
        <translation>Text des Gewählten</translation>
    </message>
    <message>
        <source>Choose a line to read here what it says. The right arrow key opens what is below it, Enter opens it as a commit.</source>
        <translation>Wählen Sie eine Zeile, um hier ihren Text zu lesen. Die Pfeiltaste nach rechts öffnet, was darunter steht, die Eingabetaste öffnet sie als Commit.</translation>
    </message>
    <message>
        <source>A guess: neighbours by one author, committed within minutes of each other</source>
        <translation>Eine Vermutung: Nachbarn von einem Autor, binnen Minuten nacheinander eingetragen</translation>
    </message>
</context>
<context>
    <name>mw::ui::ReadingBar</name>
    <message>
        <source>Looking for changesets in %1 · %2 of %3</source>
        <translation>Changesets werden in %1 gesucht · %2 von %3</translation>
    </message>
    <message>
        <source>Working out what the configuration builds of %1</source>
        <translation>Es wird ermittelt, was die Konfiguration von %1 baut</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>Fortschritt des Lesens</translation>
    </message>
    <message>
        <source>Part of this step that is read</source>
        <translation>Gelesener Teil dieses Schritts</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the reading</source>
        <translation>Das Lesen anhalten</translation>
    </message>
    <message>
        <source>Stop the reading; what was known before stays</source>
        <translation>Das Lesen anhalten; was vorher bekannt war, bleibt</translation>
    </message>
    <message>
        <source>Opening the clone</source>
        <translation>Der Klon wird geöffnet</translation>
    </message>
    <message>
        <source>Reading CVE records · files: %1</source>
        <translation>CVE-Einträge werden gelesen · Dateien: %1</translation>
    </message>
    <message>
        <source>Reading %1 · commits: %2</source>
        <translation>%1 wird gelesen · Commits: %2</translation>
    </message>
</context>
<context>
    <name>mw::ui::ReadingPane</name>
    <message>
        <source>Commit and documents</source>
        <translation>Commit und Dokumente</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>Diesen Reiter schließen</translation>
    </message>
</context>
<context>
    <name>mw::ui::RecentPlaces</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Last looked at</source>
        <translation>Zuletzt angesehen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Document on %1</source>
        <translation>Dokument über %1</translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseBox</name>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseChooser</name>
    <message>
        <source>Releases to compare</source>
        <translation>Releases zum Vergleichen</translation>
    </message>
    <message>
        <source>Choose releases</source>
        <translation>Releases wählen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln release(s)</source>
        <translation>
            <numerusform>%Ln Release</numerusform>
            <numerusform>%Ln Releases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseFact</name>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>also in %1 as </source>
        <translation>auch in %1 als </translation>
    </message>
    <message>
        <source>an entry without a commit</source>
        <translation>ein Eintrag ohne Commit</translation>
    </message>
    <message>
        <source>Open %1 in %2</source>
        <translation>%1 in %2 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseModel</name>
    <message>
        <source>Range %1..%2 of %3</source>
        <translation>Bereich %1..%2 von %3</translation>
    </message>
    <message>
        <source>Merge window up to %1, %2</source>
        <translation>Merge-Fenster bis %1, %2</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>%1 (in part)</source>
        <translation>%1 (zum Teil)</translation>
    </message>
</context>
<context>
    <name>mw::ui::ReleaseRemoval</name>
    <message>
        <source>Re&amp;move this release…</source>
        <translation>Dieses Release &amp;entfernen …</translation>
    </message>
    <message>
        <source>Take the release out of the database; what you made of it stays</source>
        <translation>Das Release aus der Datenbank nehmen; was Sie daraus gemacht haben, bleibt</translation>
    </message>
    <message>
        <source>Remove a release</source>
        <translation>Ein Release entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 with its %Ln changeset(s) from the database?</source>
        <translation>
            <numerusform>%1 mit seiner %Ln Änderung aus der Datenbank entfernen?</numerusform>
            <numerusform>%1 mit seinen %Ln Änderungen aus der Datenbank entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Your notes, bookmarks, colours and own sections stay, and are there again when the release is imported. The clone it was read from is not touched.</source>
        <translation>Ihre Notizen, Lesezeichen, Farben und eigenen Abschnitte bleiben und sind wieder da, wenn das Release importiert wird. Der Klon, aus dem es gelesen wurde, wird nicht angerührt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1 was removed. What you made of its commits stays.</source>
        <translation>%1 wurde entfernt. Was Sie aus seinen Commits gemacht haben, bleibt.</translation>
    </message>
</context>
<context>
    <name>mw::ui::RenameBar</name>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop looking for renames</source>
        <translation>Nicht weiter nach Umbenennungen suchen</translation>
    </message>
    <message>
        <source>Looking for renames …</source>
        <translation>Umbenennungen werden gesucht …</translation>
    </message>
    <message>
        <source>Renames were not looked for to the end.</source>
        <translation>Umbenennungen wurden nicht bis zum Ende gesucht.</translation>
    </message>
    <message>
        <source>These are too many files to look for those that were renamed and changed.</source>
        <translation>Es sind zu viele Dateien, um nach umbenannten und zugleich geänderten zu suchen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out of this partial clone</source>
        <translation>
            <numerusform>%Ln in diesem Teilklon ausgelassen</numerusform>
            <numerusform>%Ln in diesem Teilklon ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing from the clone</source>
        <translation>
            <numerusform>%Ln fehlt im Klon</numerusform>
            <numerusform>%Ln fehlen im Klon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged in the clone</source>
        <translation>
            <numerusform>%Ln im Klon beschädigt</numerusform>
            <numerusform>%Ln im Klon beschädigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln too large</source>
        <translation>
            <numerusform>%Ln zu groß</numerusform>
            <numerusform>%Ln zu groß</numerusform>
        </translation>
    </message>
    <message>
        <source>Renames are looked for without the files that cannot be read: %1.</source>
        <translation>Umbenennungen werden ohne die Dateien gesucht, die nicht gelesen werden können: %1.</translation>
    </message>
</context>
<context>
    <name>mw::ui::SavedSearchController</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>&amp;Saved searches</source>
        <translation>&amp;Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>&amp;Save the search on screen</source>
        <translation>Die Suche auf dem Schirm &amp;speichern</translation>
    </message>
    <message>
        <source>Re&amp;place by the search on screen</source>
        <translation>Durch die Suche auf dem Schirm e&amp;rsetzen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Bring back what was removed</source>
        <translation>Entferntes &amp;zurückholen</translation>
    </message>
    <message>
        <source>Search in &amp;all releases</source>
        <translation>In &amp;allen Releases suchen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The search “%1” is about %2, which is not in this database. Import that release, or let the search be one in all releases.</source>
        <translation>Die Suche „%1“ betrifft %2, das nicht in dieser Datenbank ist. Importieren Sie das Release, oder machen Sie daraus eine Suche in allen Releases.</translation>
    </message>
</context>
<context>
    <name>mw::ui::SavedSearchPanel</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>all releases</source>
        <translation>alle Releases</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1
in all releases</source>
        <translation>%1
in allen Releases</translation>
    </message>
    <message>
        <source>%1
in %2</source>
        <translation>%1
in %2</translation>
    </message>
    <message>
        <source>No search is saved yet. Ctrl+Shift+S keeps the one on screen under a name.</source>
        <translation>Noch ist keine Suche gespeichert. Strg+Umschalt+S behält die auf dem Schirm unter einem Namen.</translation>
    </message>
</context>
<context>
    <name>mw::ui::Screenshot</name>
    <message>
        <source>Pictures of the kind %1 cannot be made. End the file&apos;s name in .png.</source>
        <translation>Bilder der Art %1 können nicht gemacht werden. Lassen Sie den Dateinamen auf .png enden.</translation>
    </message>
</context>
<context>
    <name>mw::ui::SearchSupport</name>
    <message>
        <source>Search &amp;all releases</source>
        <translation>&amp;Alle Releases durchsuchen</translation>
    </message>
    <message>
        <source>A line for a shell that finds the same</source>
        <translation>Eine Zeile für die Shell, die dasselbe findet</translation>
    </message>
    <message>
        <source>Copy the search as a co&amp;mmand</source>
        <translation>Suche als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the search as te&amp;xt</source>
        <translation>Suche als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Liste eingrenzen</translation>
    </message>
</context>
<context>
    <name>mw::ui::SearchWords</name>
    <message>
        <source>%1 · under 1 ms</source>
        <translation>%1 · unter 1 ms</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>Nothing landed here in this release.</source>
        <translation>Hier ist in diesem Release nichts angekommen.</translation>
    </message>
    <message>
        <source>Nothing here has %1. Esc clears the filter.</source>
        <translation>Hier hat nichts %1. Esc leert den Filter.</translation>
    </message>
    <message>
        <source>Nothing here has any of: %1. Esc clears the filter.</source>
        <translation>Hier hat nichts davon: %1. Esc leert den Filter.</translation>
    </message>
    <message>
        <source>Each word of the filter is found, but no changeset has all of them. Esc clears it.</source>
        <translation>Jedes Wort des Filters kommt vor, aber kein Changeset hat alle. Esc leert ihn.</translation>
    </message>
    <message>
        <source>Only the chosen section was searched.</source>
        <translation>Nur der gewählte Abschnitt wurde durchsucht.</translation>
    </message>
    <message>
        <source>Nothing in this release has all that is chosen above.</source>
        <translation>Nichts in diesem Release hat alles, was oben gewählt ist.</translation>
    </message>
    <message>
        <source>Only what is chosen above was searched.</source>
        <translation>Nur was oben gewählt ist, wurde durchsucht.</translation>
    </message>
    <message>
        <source>%1 · looked at %2 of %3 in the clone</source>
        <translation>%1 · %2 von %3 im Klon angesehen</translation>
    </message>
    <message>
        <source>%1 · stopped after %2 of %3</source>
        <translation>%1 · angehalten nach %2 von %3</translation>
    </message>
    <message>
        <source>Nothing yet: the clone is being looked into.</source>
        <translation>Noch nichts: Im Klon wird nachgesehen.</translation>
    </message>
    <message>
        <source>Nothing was found until you stopped it.</source>
        <translation>Bis zum Anhalten war nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing of which it could be verified.</source>
        <translation>Nichts, wovon es sich nachprüfen ließ.</translation>
    </message>
    <message>
        <source>It is not known what has %1. %2</source>
        <translation>Was %1 hat, ist nicht bekannt. %2</translation>
    </message>
</context>
<context>
    <name>mw::ui::SectionChoiceModel</name>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
</context>
<context>
    <name>mw::ui::SectionModel</name>
    <message>
        <source>All sections</source>
        <translation>Alle Abschnitte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Changesets</source>
        <translation>Changesets</translation>
    </message>
</context>
<context>
    <name>mw::ui::ShortcutTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>Merge Window: keyboard shortcuts</source>
        <translation>Merge Window: Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>mw::ui::SideBySideView</name>
    <message>
        <source>The file before</source>
        <translation>Die Datei davor</translation>
    </message>
    <message>
        <source>The file afterwards</source>
        <translation>Die Datei danach</translation>
    </message>
</context>
<context>
    <name>mw::ui::StarController</name>
    <message>
        <source>S&amp;tar…</source>
        <translation>Ster&amp;n …</translation>
    </message>
    <message>
        <source>S&amp;tarred first</source>
        <translation>Best&amp;ernte zuerst</translation>
    </message>
    <message>
        <source>Show what is m&amp;ine</source>
        <translation>&amp;Meine zeigen</translation>
    </message>
    <message>
        <source>My stars</source>
        <translation>Meine Sterne</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>Ste&amp;rn</translation>
    </message>
    <message>
        <source>Give the subsystem, the author or a folder of the changeset a star, or take it away</source>
        <translation>Dem Subsystem, dem Autor oder einem Ordner des Changesets einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>List the changesets of what has a star before the others</source>
        <translation>Die Changesets von allem, was einen Stern hat, vor den anderen aufführen</translation>
    </message>
    <message>
        <source>Only changesets of the subsystems, paths and people that have a star</source>
        <translation>Nur Changesets der Subsysteme, Pfade und Personen, die einen Stern haben</translation>
    </message>
    <message>
        <source>%1 has a star</source>
        <translation>%1 hat einen Stern</translation>
    </message>
    <message>
        <source>%1 has no star any more</source>
        <translation>%1 hat keinen Stern mehr</translation>
    </message>
    <message>
        <source>A &amp;path…</source>
        <translation>Ein &amp;Pfad …</translation>
    </message>
    <message>
        <source>Star a path</source>
        <translation>Einem Pfad einen Stern geben</translation>
    </message>
    <message>
        <source>A file, or a folder with all below it, as in drivers/net:</source>
        <translation>Eine Datei, oder ein Ordner mit allem darunter, wie drivers/net:</translation>
    </message>
</context>
<context>
    <name>mw::ui::StarPanel</name>
    <message>
        <source>Path %1</source>
        <translation>Pfad %1</translation>
    </message>
    <message>
        <source>Author %1</source>
        <translation>Autor %1</translation>
    </message>
    <message>
        <source>Subsystem %1</source>
        <translation>Subsystem %1</translation>
    </message>
    <message>
        <source>My stars</source>
        <translation>Meine Sterne</translation>
    </message>
    <message>
        <source>No stars yet: Ctrl+Alt+M gives one.</source>
        <translation>Noch keine Sterne: Strg+Alt+M gibt einen.</translation>
    </message>
    <message>
        <source>Star the subsystems, paths and people that you look after: here, in the menu of a changeset, or in the lists above</source>
        <translation>Geben Sie den Subsystemen, Pfaden und Personen, um die Sie sich kümmern, Sterne: hier, im Menü eines Changesets oder in den Listen darüber</translation>
    </message>
    <message>
        <source>All of mine</source>
        <translation>Alle meine</translation>
    </message>
    <message>
        <source>Changesets of any of these</source>
        <translation>Changesets von einem davon</translation>
    </message>
    <message>
        <source>Delete takes the star away</source>
        <translation>Entf nimmt den Stern weg</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>&amp;Take the star away</source>
        <translation>Den S&amp;tern wegnehmen</translation>
    </message>
</context>
<context>
    <name>mw::ui::StartController</name>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>What can be done at once: read, import, get a kernel history</source>
        <translation>Was sofort geht: lesen, importieren, eine Kernel-Historie holen</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>An import runs already; the next one can start when it is done.</source>
        <translation>Ein Import läuft schon; der nächste kann beginnen, wenn er fertig ist.</translation>
    </message>
    <message>
        <source>Looking for clones…</source>
        <translation>Klone werden gesucht …</translation>
    </message>
    <message>
        <source>Looking in %1</source>
        <translation>Gesucht wird in %1</translation>
    </message>
    <message>
        <source>%1: none is a clone of the kernel. Import from another folder, or get a history below.</source>
        <translation>%1: Keiner ist ein Klon des Kernels. Importieren Sie aus einem anderen Ordner, oder holen Sie unten eine Historie.</translation>
    </message>
    <message>
        <source>%1. Choose a clone to import its newest release.</source>
        <translation>%1. Wählen Sie einen Klon, um sein neuestes Release zu importieren.</translation>
    </message>
    <message>
        <source>The clone was stopped, and what it had received was removed.</source>
        <translation>Das Klonen wurde angehalten, und was es empfangen hatte, wurde entfernt.</translation>
    </message>
    <message>
        <source>The history is in %1, and %2 is being imported from it.</source>
        <translation>Die Historie ist in %1, und %2 wird daraus importiert.</translation>
    </message>
    <message>
        <source>The history is in %1. Another import runs: when it is done, %2 can be imported from it.</source>
        <translation>Die Historie ist in %1. Ein anderer Import läuft: Wenn er fertig ist, kann %2 daraus importiert werden.</translation>
    </message>
    <message>
        <source>The history is in %1. Its tags have no two releases of the kernel: choose what is to be imported.</source>
        <translation>Die Historie ist in %1. Unter ihren Tags sind keine zwei Releases des Kernels: Wählen Sie, was importiert werden soll.</translation>
    </message>
    <message>
        <source>Import from it…</source>
        <translation>Daraus importieren …</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>A kernel history is being fetched</source>
        <translation>Eine Kernel-Historie wird geholt</translation>
    </message>
    <message>
        <source>git is still fetching %1. It cannot go on later: if you quit now, what was received is removed.</source>
        <translation>Git holt noch %1. Später kann es nicht weitermachen: Wenn Sie jetzt beenden, wird das Empfangene entfernt.</translation>
    </message>
    <message>
        <source>Stop it and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Weiter holen</translation>
    </message>
    <message>
        <source>One clone at a time: the import was offered for %1 alone.</source>
        <translation>Ein Klon nach dem anderen: Der Import wurde nur für %1 angeboten.</translation>
    </message>
    <message>
        <source>There is no release %1 in this database.</source>
        <translation>In dieser Datenbank gibt es kein Release %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) were looked at</source>
        <translation>
            <numerusform>%Ln Ordner wurde angesehen</numerusform>
            <numerusform>%Ln Ordner wurden angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>A release is being imported</source>
        <translation>Ein Release wird importiert</translation>
    </message>
    <message>
        <source>If you quit now, the import is stopped: what an earlier step of it had finished is kept, the rest is not.</source>
        <translation>Wenn Sie jetzt beenden, wird der Import angehalten: Was ein früherer Schritt fertig hatte, bleibt, der Rest nicht.</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>Weiter importieren</translation>
    </message>
    <message>
        <source>The download of %1 was stopped. What has come is kept in %2: get the release into that folder again, and it goes on.</source>
        <translation>Der Download von %1 wurde angehalten. Was angekommen ist, bleibt in %2: Holen Sie das Release noch einmal in diesen Ordner, und es geht weiter.</translation>
    </message>
    <message>
        <source>git is still fetching %1. What has come is kept: get the release into the same folder again, and it goes on.</source>
        <translation>Git holt noch %1. Was angekommen ist, bleibt: Holen Sie das Release noch einmal in denselben Ordner, und es geht weiter.</translation>
    </message>
</context>
<context>
    <name>mw::ui::StartPage</name>
    <message>
        <source>An article on %1 comes with this program, and the changesets that it tells of: sorted into sections, with their messages, to be read without a network.</source>
        <translation>Ein Artikel über %1 kommt mit diesem Programm, und die Changesets, von denen er erzählt: in Abschnitte eingeordnet, mit ihren Nachrichten, ohne Netz zu lesen.</translation>
    </message>
    <message>
        <source>This database has no release with an article of its own. Ctrl+O adds an article that you have.</source>
        <translation>Diese Datenbank hat kein Release mit einem eigenen Artikel. Strg+O fügt einen Artikel hinzu, den Sie haben.</translation>
    </message>
    <message>
        <source>Read the article on %1</source>
        <translation>Den Artikel über %1 lesen</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Read an article</source>
        <translation>Einen Artikel lesen</translation>
    </message>
</context>
<context>
    <name>mw::ui::StoreService</name>
    <message>
        <source>Commit %1 is not in this database: it belongs to none of the releases that were imported.</source>
        <translation>Commit %1 ist nicht in dieser Datenbank: Er gehört zu keinem der importierten Releases.</translation>
    </message>
</context>
<context>
    <name>mw::ui::Summary</name>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s)</source>
        <translation>
            <numerusform>%Ln Changeset</numerusform>
            <numerusform>%Ln Changesets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merge(s)</source>
        <translation>
            <numerusform>%Ln Merge</numerusform>
            <numerusform>%Ln Merges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln of them pull(s)</source>
        <translation>
            <numerusform>, davon %Ln Pull</numerusform>
            <numerusform>, davon %Ln Pulls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file change(s)</source>
        <translation>
            <numerusform>%Ln Dateiänderung</numerusform>
            <numerusform>%Ln Dateiänderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>lines not counted yet</source>
        <translation>Zeilen noch nicht gezählt</translation>
    </message>
    <message>
        <source>imported without line counts</source>
        <translation>ohne Zeilenzahlen importiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pull(s)</source>
        <translation>
            <numerusform>%Ln Pull</numerusform>
            <numerusform>%Ln Pulls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> without %Ln file change(s) that could not be read</source>
        <translation>
            <numerusform> ohne %Ln Dateiänderung, die nicht gelesen werden konnte</numerusform>
            <numerusform> ohne %Ln Dateiänderungen, die nicht gelesen werden konnten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changeset(s) known here, of %1 in all</source>
        <translation>
            <numerusform>%Ln Changeset ist hier bekannt, von insgesamt %1</numerusform>
            <numerusform>%Ln Changesets sind hier bekannt, von insgesamt %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::TablePanel</name>
    <message>
        <source>Find in this table</source>
        <translation>In dieser Tabelle suchen</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Die Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy every line, as a spreadsheet takes it. Ctrl+C in the table copies the selected lines.</source>
        <translation>Jede Zeile so kopieren, wie eine Tabellenkalkulation sie annimmt. Strg+C in der Tabelle kopiert die ausgewählten Zeilen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mw::ui::TableView</name>
    <message>
        <source>No line has these words.</source>
        <translation>Keine Zeile hat diese Wörter.</translation>
    </message>
    <message>
        <source>&amp;Show these changesets</source>
        <translation>Diese Changesets &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy the selected lines</source>
        <translation>Ausgewählte Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the whole &amp;table</source>
        <translation>Die ganze &amp;Tabelle kopieren</translation>
    </message>
</context>
<context>
    <name>mw::ui::TrailerModel</name>
    <message>
        <source>Trailer</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1
A click lists everything that this person had a part in.</source>
        <translation>%1
Ein Klick listet alles auf, woran diese Person Anteil hatte.</translation>
    </message>
</context>
<context>
    <name>mw::ui::TreeForm</name>
    <message>
        <source>&amp;Read it</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>Choose the clone of the tree</source>
        <translation>Den Klon des Zweigs wählen</translation>
    </message>
    <message>
        <source>Choose the folder of a clone that has the tree.</source>
        <translation>Wählen Sie den Ordner eines Klons, der den Zweig hat.</translation>
    </message>
    <message>
        <source>Which branch, tag or commit is the tree?</source>
        <translation>Welcher Branch, Tag oder Commit ist der Zweig?</translation>
    </message>
    <message>
        <source>Give the tree a name, such as stable-6.6: searches ask for it by that.</source>
        <translation>Geben Sie dem Zweig einen Namen, etwa stable-6.6: Suchen fragen danach.</translation>
    </message>
    <message>
        <source>The name cannot hold a quotation mark.</source>
        <translation>Der Name kann kein Anführungszeichen enthalten.</translation>
    </message>
    <message>
        <source>The tree of that name is read again, in place of what was known of it.</source>
        <translation>Der Zweig dieses Namens wird neu gelesen, an Stelle dessen, was von ihm bekannt war.</translation>
    </message>
    <message>
        <source>Every changeset here is looked for in it: the commit itself, or a backport. That takes a while, and you can go on meanwhile.</source>
        <translation>Jedes Changeset hier wird darin gesucht: der Commit selbst oder eine Rückportierung. Das dauert eine Weile, und Sie können inzwischen weitermachen.</translation>
    </message>
</context>
<context>
    <name>mw::ui::WholePage</name>
    <message>
        <source>&amp;Whole window for the page</source>
        <translation>Gan&amp;zes Fenster für die Seite</translation>
    </message>
    <message>
        <source>Without the table and the sidebar; again, or Esc, brings them back. A double click on the page&apos;s tab does the same.</source>
        <translation>Ohne Tabelle und Seitenleiste; noch einmal oder Esc bringt sie zurück. Ein Doppelklick auf den Reiter der Seite tut dasselbe.</translation>
    </message>
</context>
<context>
    <name>mw::ui::WholeText</name>
    <message>
        <source>All of the text</source>
        <translation>Der ganze Text</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the text as it is, without the line breaks of this window</source>
        <translation>Den Text kopieren, wie er ist, ohne die Zeilenumbrüche dieses Fensters</translation>
    </message>
</context>
<context>
    <name>mw::ui::WhyPage</name>
    <message>
        <source>Show only %1</source>
        <translation>Nur %1 zeigen</translation>
    </message>
    <message>
        <source>You. The rules say the same.</source>
        <translation>Sie. Die Regeln sagen dasselbe.</translation>
    </message>
    <message>
        <source>You. It stays there, whatever the rules say, until you put it back.</source>
        <translation>Sie. Es bleibt dort, was auch die Regeln sagen, bis Sie es zurückgeben.</translation>
    </message>
    <message>
        <source>The rules.</source>
        <translation>Die Regeln.</translation>
    </message>
    <message>
        <source>It is not known.</source>
        <translation>Das ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No entry of MAINTAINERS fits, or the release is not known by its files.</source>
        <translation>Kein Eintrag in MAINTAINERS passt, oder die Dateien des Release sind nicht bekannt.</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>, the entry of MAINTAINERS that fits best</source>
        <translation>, der Eintrag in MAINTAINERS, der am besten passt</translation>
    </message>
    <message>
        <source>The article that comes with the program.</source>
        <translation>Der Artikel, der mit dem Programm kommt.</translation>
    </message>
</context>
</TS>
