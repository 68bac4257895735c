using Graph.Cli.Rendering;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>Commands about what the graph contains.</summary>
internal static class EntityCommands
{
    public static StepOutcome ShowSchema(PromptContext context, string name)
    {
        var overview = new SchemaOverview(context.Store, context.Output, context.RenderOptions.Width, context.Cancellation);
        if (name.Length == 0)
        {
            overview.WriteAll();
            return StepOutcome.Done;
        }

        return overview.TryWriteOne(name.TrimStart(InputRules.CommandSign))
            ? StepOutcome.Done
            : context.Refuse(
                $"There is no label or relation type '{name}'.{NearestName.DidYouMean(NearestName.Find(name, overview.Names))}");
    }

    public static StepOutcome ShowAliases(PromptContext context, string name)
    {
        if (name.Length == 0)
            return context.Refuse($"Say whose: ':aliases {ExampleName(context)}'.");

        return AliasOverview.TryWrite(context.Session, name, context.Output)
            ? StepOutcome.Done
            : context.Refuse(
                $"No entity is called '{name}', and none has that key.{new EntityLookup(context.Store).DescribeSimilar(name)}");
    }

    public static StepOutcome Open(PromptContext context, string name)
    {
        if (new EntityLookup(context.Store).FindOne(context, name, $":open {ExampleName(context)}") is not { } node)
            return StepOutcome.Failed;

        new EntityCard(context).Write(node);
        return StepOutcome.Done;
    }

    public static StepOutcome ShowTimeline(PromptContext context, string name)
    {
        if (new EntityLookup(context.Store).FindOne(context, name, $":timeline {ExampleName(context)}") is not { } node)
            return StepOutcome.Failed;

        return Timeline.TryWrite(context, node) ? StepOutcome.Done : context.Refuse("None of its facts has a date.");
    }

    public static StepOutcome ShowPath(PromptContext context, string names)
    {
        var lookup = new EntityLookup(context.Store);
        if (CommandArgument.Split(names) is not [var from, var to])
            return context.Refuse("Say from where to where: ':path Russia Kazakhstan'; names of several words stand in quotes.");
        if (lookup.FindOne(context, from, "") is not { } start || lookup.FindOne(context, to, "") is not { } end)
            return StepOutcome.Failed;

        return EntityPath.Write(context, start, end);
    }

    public static StepOutcome ShowArticle(PromptContext context, string id)
    {
        if (id.Length == 0)
            return context.Refuse("Say which: ':article ID'; ':articles' lists them.");
        if (ArticleList.Find(context, id) is not { } article)
            return context.Refuse($"There is no article '{id}'; ':articles {id}' looks for the words.");

        new ArticleView(context).Write(article);
        return StepOutcome.Done;
    }

    public static StepOutcome ListArticles(PromptContext context, string words) => ArticleList.Write(context, words)
        ? StepOutcome.Done
        : context.Refuse(words.Length == 0 ? "There are no articles." : $"No article has '{words}' in its title or text.");

    /// <summary>Somebody who is there: the most mentioned.</summary>
    private static string ExampleName(PromptContext context) => LoadedExamples.Of(context.Session).EntityName ?? "NAME";
}
