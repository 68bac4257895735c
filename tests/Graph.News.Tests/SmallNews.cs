namespace Graph.News.Tests;

/// <summary>A few made-up facts, put together by the generated builder.</summary>
internal static class SmallNews
{
    private const string Text = "Freedonia sent 500 soldiers to Marx. Sylvania lies near.";

    public static NewsGraph Build()
    {
        var news = new NewsBuilder();
        var article = news.AddArticle("a1", "Soldiers on their way", published: Date("2022-01"), source: "The Trumpet", language: "en");
        news.Builder.SetText(article.Handle, Text, [new TextSpan(0, 36), new TextSpan(37, 19)]);

        var freedonia = news.AddCountry("freedonia", "Freedonia", aliases: ["Fredonia", "Freedonië"], iso: "FR");
        var sylvania = news.AddCountry("sylvania", "Sylvania");
        var marx = news.AddCity("marx", "Marx", population: 4000);
        var firefly = news.AddPerson("firefly", "Rufus Firefly", born: Date("1890-10-02"));
        var league = news.AddAlliance("league", "League", founded: Date("1933"));

        news.AddMentions(article, freedonia, evidence: new Evidence(article.Handle, new TextSpan(0, 9)));
        news.AddMentions(article, marx, evidence: new Evidence(article.Handle, new TextSpan(31, 4)));
        news.AddSentTroopsTo(
            freedonia, marx, on: Date("2022-01-05"), troops: 500, evidence: new Evidence(article.Handle, new TextSpan(0, 35)));
        news.AddSentTroopsTo(freedonia, sylvania, certainty: "speculated");
        news.AddPartOfPlace(marx, sylvania);
        news.AddPartOfOrganization(freedonia, league);
        news.AddMemberOf(freedonia, league, since: Date("1933"));
        news.AddMemberOf(sylvania, league);
        news.AddPresidentOf(firefly, freedonia, since: Date("1933-11"));
        news.AddLeads(firefly, league, since: Date("1934"), claimedBy: "firefly");
        return news.Build();
    }

    private static PartialDate Date(string text) =>
        PartialDate.TryParse(text, out var date, out var reason) ? date! : throw new ArgumentException(reason, nameof(text));
}
