namespace Graph.Annotations.Tests;

/// <summary>Light and rich ERE: entities, fillers, relations and hoppers of events on a text of which every character counts.</summary>
public sealed class EreFormatTests
{
    private const string Text =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <doc id="ENG_DF_000170_20150322_F00000082">
        <headline>
        Strike at AT&amp;T
        </headline>
        <post id="p1" author="mira_d" datetime="2015-03-22T08:58:00">
        President Dahl met the workers in Oslo.
        <quote orig_author="bo">They fired her.</quote>
        The meeting failed 🙁 and Dahl left.
        </post>
        </doc>
        """;

    private const string Rich =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <deft_ere kit_id="k-1" doc_id="a" source_type="multi_post">
          <entities>
            <entity id="ent-1" type="PER" specificity="specific">
              <entity_mention id="m-1" noun_type="NAM" source="a" @Dahl@><mention_text>Dahl</mention_text></entity_mention>
              <entity_mention id="m-2" noun_type="PRO" source="a" @her@><mention_text>her</mention_text></entity_mention>
              <entity_mention id="m-3" noun_type="NAM" source="a" @Dahl#2@><mention_text>Dahl</mention_text></entity_mention>
            </entity>
            <entity id="ent-2" type="GPE" specificity="specific"><entity_mention id="m-4" noun_type="NAM" source="a" @Oslo@><mention_text>Oslo</mention_text></entity_mention></entity>
            <entity id="ent-3" type="PER" specificity="nonspecific"><entity_mention id="m-5" noun_type="NOM" source="a" @the workers@><mention_text>the workers</mention_text><nom_head source="a" @workers@>workers</nom_head></entity_mention></entity>
            <entity id="ent-4" type="PER" specificity="specific"><entity_mention id="m-6" noun_type="NAM" source="a" @mira_d@><mention_text>mira_d</mention_text></entity_mention></entity>
            <entity id="ent-5" type="ORG" specificity="specific"><entity_mention id="m-7" noun_type="NAM" source="a" @AT&amp;T@><mention_text>AT&amp;T</mention_text></entity_mention></entity>
          </entities>
          <fillers><filler id="f-1" source="a" @President@ type="title">President</filler></fillers>
          <relations>
            <relation id="r-1" type="personalsocial" subtype="role">
              <relation_mention id="relm-1" realis="true"><rel_arg1 entity_id="ent-1" entity_mention_id="m-1" role="person">Dahl</rel_arg1><rel_arg2 filler_id="f-1" role="title">President</rel_arg2></relation_mention>
            </relation>
          </relations>
          <hoppers>
            <hopper id="h-1">
              <event_mention id="em-1" type="contact" subtype="meet" realis="actual"><trigger source="a" @met@>met</trigger><em_arg entity_id="ent-1" entity_mention_id="m-1" role="entity" realis="true">Dahl</em_arg><em_arg entity_id="ent-2" entity_mention_id="m-4" role="place" realis="true">Oslo</em_arg></event_mention>
              <event_mention id="em-2" type="contact" subtype="contact" realis="actual"><trigger source="a" @meeting@>meeting</trigger></event_mention>
            </hopper>
            <hopper id="h-2"><event_mention id="em-3" type="personnel" subtype="endposition" realis="other"><trigger source="a" @fired@>fired</trigger><em_arg entity_id="ent-1" entity_mention_id="m-2" role="person" realis="true">her</em_arg></event_mention></hopper>
          </hoppers>
        </deft_ere>
        """;

    private const string Light =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <deft_ere kit_id="k-2" doc_id="a" source_type="newswire">
          <entities>
            <entity id="ent-1" type="PER" specificity="specific"><entity_mention id="m-1" noun_type="NAM" source="a" @Dahl@><mention_text>Dahl</mention_text></entity_mention></entity>
            <entity id="ent-2" type="GPE" specificity="specific"><entity_mention id="m-4" noun_type="NAM" source="a" @Oslo@><mention_text>Oslo</mention_text></entity_mention></entity>
          </entities>
          <relations><relation id="r-1" type="physical" subtype="located"><relation_mention id="relm-1" realis="false"><trigger source="a" @workers in@>workers in</trigger><args><arg type="entity" entity_id="ent-1" entity_mention_id="m-1">Dahl</arg><arg type="place" entity_id="ent-2" entity_mention_id="m-4">Oslo</arg></args></relation_mention></relation></relations>
          <events><event id="ev-1" type="contact" subtype="meet"><event_mention id="em-1" realis="actual"><trigger source="a" @met@>met</trigger><args><arg type="entity" entity_id="ent-1" entity_mention_id="m-1">Dahl</arg><arg type="place" entity_id="ent-2" entity_mention_id="m-9">Oslo</arg></args></event_mention></event></events>
        </deft_ere>
        """;

    private const string ExpectedRich =
        "AT&T:ORG mira_d:PER President:title Dahl:PER the workers:PER Oslo:GPE her:PER Dahl:PER | "
        + "Dahl-personalsocial-President contact:meet-entity-Dahl contact:meet-place-Oslo personnel:endposition-person-Dahl | "
        + "1 contact:meet 1 personnel:endposition";

    public static TheoryData<string, string, string, string> Files => new()
    {
        { "rich", Text, Write(Rich, Text), ExpectedRich },
        {
            "light", Text, Write(Light, Text),
            "Dahl:PER Oslo:GPE | Dahl-physical-Oslo contact:meet-entity-Dahl contact:meet-place-Oslo | 1 contact:meet"
        },
        { "line ends of two characters, counted as one", Text.Replace("\n", "\r\n"), Write(Rich, Text), ExpectedRich },
        { "tags are not counted", Text.Replace(" author=\"mira_d\"", ">mira_d<x"),
            Write(Rich, StandoffWriter.WithoutTags(Text.Replace(" author=\"mira_d\"", ">mira_d<x"))), ExpectedRich },
        { "what is wrong costs only itself", Text, Write(Light, Text)
            .Replace("ent-2\" entity_mention_id=\"m-4", "ent-8\" entity_mention_id=\"m-8"),
            "Dahl:PER Oslo:GPE | contact:meet-entity-Dahl contact:meet-place-Oslo | 1 contact:meet | 2 malformed" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void EntitiesRelationsAndEventsAreRead(string what, string text, string annotations, string expected)
    {
        using var folder = new TemporaryFolder(("ere/a.rich_ere.xml", annotations), ("source/a.xml", text));

        var result = folder.Load();

        Assert.Equal((what, expected, 0), (what, LoadedFacts.Describe(result), result.Summary.SkippedFiles.Length));
    }

    [Theory]
    [InlineData("a.cmp.txt", "a.rich_ere.xml")]
    [InlineData("source/a.mpdf.xml", "ere/a.rich_ere.xml")]
    [InlineData("source/a.txt", "ere/a.ere.xml")]
    [InlineData("source/a", "ere/other_name.xml")]
    public void TheTextIsFoundNearby(string text, string annotations)
    {
        using var folder = new TemporaryFolder((text, Text), (annotations, Write(Rich, Text)));

        Assert.Equal((ExpectedRich, 0), (LoadedFacts.Describe(folder.Load()), folder.Load().Summary.SkippedFiles.Length));
    }

    /// <summary>Texts and other XML of equal names in folders beside each other are no concern of this format.</summary>
    [Fact]
    public void TextsOfOtherFormatsAreLeftAlone()
    {
        using var folder = new TemporaryFolder(("texts/a.txt", "Mira left."), ("other/a.xml", "<x/>"), ("other/a.rich_ere.xml", "<x/>"));

        Assert.Equal(3, folder.Load().Summary.SkippedFiles.Length);
    }

    private static string Write(string template, string view) => StandoffWriter.Write(
        template,
        view,
        (start, end, words) => $"offset=\"{start - view[..start].Count(char.IsLowSurrogate)}\" length=\"{words.Length}\"");
}
