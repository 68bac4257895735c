using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class BratFormatTests
{
    [Fact]
    public void EveryKindOfLineIsRead()
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "😀 Ann and Bob Lee met in Oslo. They signed.\nAnn said so."),
            ("a.ann", """
                T1	Person 2 5	Ann
                T2	Person 2 5;14 17	Ann Lee
                T3	Meet 18 21	met
                T4	City 25 29	Oslo
                T5	Sign 36 42	signed
                T6	Report 48 52	said
                T7	Person 44 47	Ann
                A1	Negation E2
                E1	Meet:T3 Who:T1 Who2:T2 Where:T4
                E2	Sign:T5 About:E1
                E3	Report:T6 Reporter:T7 Event:E2
                R1	Lives_in Arg2:T4 Arg1:T1
                A2	Speculation R1
                M3	Level T4 High
                N1	Reference T4 Wikidata:Q585	Oslo
                N2	Reference T1 local:ann	Ann Lee
                #1	AnnotatorNotes E1	sure?
                *	Alias T1 T7
                """),
            ("annotation.conf", "[entities]\nPerson\n[relations]\nLives_in Arg1:Person, Arg2:City\n[events]\nMeet Who+:Person\n"),
            ("articles.csv", "file,id,title,published,source,language,url\na.txt,first,A meeting,2022-01-05,Paper,en,\n"));

        Verifier.Verify(folder.Describe());
    }

    [Fact]
    public void ABadLineCostsOnlyItself()
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann and Bob"),
            ("a.ann", """
                T1	Person 0 3	Ann
                T2	Person 8 11	Rob
                T3	Person 8 99	Bob
                T1	Person 8 11	Bob
                T4,Person,8,11,Bob
                T5	Person x 11	Bob
                R1	Knows Arg1:T1
                R2	Knows Arg1:T1 Arg2:T9
                E1	Meet:T8 Who:T1
                X1	Person 0 3	Ann
                N1	Reference T1 Q585	Oslo
                A1	Negation R9
                *	Equiv T1

                R3	Knows Arg1:T1 Arg2:T2
                """),
            ("articles.csv", "file,title,publishd\n,No file,\na,Two,2022\na,Three,2022\n"));

        Verifier.Verify(folder.Describe());
    }
}
