namespace Graph.Benchmarks;

/// <summary>
/// A social network in the shape of LDBC SNB's interactive schema: persons with a skewed number of friends, forums with members, posts in
/// them, trees of comments, likes, tags, places and organisations. The same seed gives the same files. Persons and forums grow with the
/// messages; places, organisations, tags and their classes do not. A low number is a popular one everywhere.
/// </summary>
internal sealed class SocialNetwork
{
    private const int Continents = 6;
    private const int Countries = 60;
    private const int Cities = 600;
    private const int Universities = 300;
    private const int Companies = 300;
    private const int TagClasses = 40;
    private const int Tags = 1000;

    private readonly SocialTables tables;
    private readonly SocialRandom random;
    private readonly int persons;
    private readonly int messages;
    private readonly int posts;
    private readonly int[] personDay;
    private readonly int[] city;
    private readonly List<int>[] friends;
    private readonly int[] creator;
    private readonly int[] messageDay;
    private readonly int[] tag;

    private SocialNetwork(SocialTables tables, int messages, int seed)
    {
        this.tables = tables;
        this.messages = messages;
        random = new SocialRandom((ulong)seed);
        persons = Math.Max(50, messages / 100);
        posts = messages / 3;
        (personDay, city) = (new int[persons], new int[persons]);
        friends = [.. Enumerable.Range(0, persons).Select(_ => new List<int>())];
        (creator, messageDay, tag) = (new int[messages], new int[messages], new int[messages]);
    }

    /// <param name="messages">Posts and comments together; one of three is a post, and there is a person for each hundred.</param>
    public static void Write(string folder, int messages, int seed)
    {
        using var tables = new SocialTables(folder);
        var network = new SocialNetwork(tables, messages, seed);
        network.WritePlaces();
        network.WriteOrganisations();
        network.WriteTags();
        network.WritePersons();
        network.WriteFriends();
        network.WriteForums();
        network.WriteComments();
        network.WriteLikes();
    }

    private void WritePlaces()
    {
        for (var place = 0; place < Continents + Countries + Cities; place++)
        {
            var type = place < Continents ? "continent" : place < Continents + Countries ? "country" : "city";
            tables.Places.Write(place, $"{SocialText.GetName(place)}land", type);
            if (type == "country")
                tables.PlaceParts.Write(place, place % Continents);
            else if (type == "city")
                tables.PlaceParts.Write(place, Continents + place % Countries);
        }
    }

    private void WriteOrganisations()
    {
        for (var organisation = 0; organisation < Universities + Companies; organisation++)
        {
            var isUniversity = organisation < Universities;
            tables.Organisations.Write(
                organisation, $"{SocialText.GetName(organisation)} {(isUniversity ? "University" : "Works")}",
                isUniversity ? "university" : "company");
            tables.OrganisationPlaces.Write(organisation, isUniversity ? PickCity() : PickCountry());
        }
    }

    private void WriteTags()
    {
        for (var tagClass = 0; tagClass < TagClasses; tagClass++)
        {
            tables.TagClasses.Write(tagClass, $"Class {SocialText.GetName(tagClass)}");
            if (tagClass > 0)
                tables.Subclasses.Write(tagClass, (tagClass - 1) / 3);
        }

        for (var number = 0; number < Tags; number++)
        {
            tables.Tags.Write(number, $"{SocialText.GetName(number)} {number}");
            tables.TagTypes.Write(number, random.Next(TagClasses));
        }
    }

    private void WritePersons()
    {
        for (var person = 0; person < persons; person++)
        {
            personDay[person] = random.Next(SocialText.Days / 2);
            city[person] = PickCity();
            tables.Persons.Write(
                person, SocialText.GetFirstName(random.NextSkewed(200)), SocialText.GetName(random.NextSkewed(2000)),
                random.Next(2) == 0 ? "female" : "male",
                SocialText.GetDate(-random.Next(15_000) - 6_000), SocialText.GetDate(personDay[person]),
                SocialText.GetBrowser(random.NextSkewed(5)));
            tables.PersonPlaces.Write(person, city[person]);
            WriteInterests(person);
            if (random.Next(5) != 0)
                tables.Studies.Write(person, random.NextSkewed(Universities), 1995 + random.Next(18));
            WriteJobs(person);
        }
    }

    private void WriteInterests(int person)
    {
        var seen = new HashSet<int>();
        for (var interest = random.NextSkewed(30); interest >= 0; interest--)
        {
            var liked = random.NextSkewed(Tags);
            if (seen.Add(liked))
                tables.Interests.Write(person, liked);
        }
    }

    private void WriteJobs(int person)
    {
        var seen = new HashSet<int>();
        for (var job = random.Next(4); job > 0; job--)
        {
            var company = Universities + random.NextSkewed(Companies);
            if (seen.Add(company))
                tables.Jobs.Write(person, company, 1998 + random.Next(15));
        }
    }

    /// <summary>Half of the friends live near in numbers, so that triangles close; the others are popular people.</summary>
    private void WriteFriends()
    {
        var known = new HashSet<(int, int)>();
        for (var person = 0; person < persons; person++)
        {
            for (var friend = 2 + random.NextSkewed(120); friend > 0; friend--)
            {
                var other = random.Next(2) == 0 ? (person + 1 + random.NextSkewed(40)) % persons : random.NextSkewed(persons);
                if (other == person || !known.Add((Math.Min(person, other), Math.Max(person, other))))
                    continue;

                friends[person].Add(other);
                friends[other].Add(person);
                tables.Friends.Write(
                    Math.Min(person, other), Math.Max(person, other),
                    SocialText.GetDate(PickDay(Math.Max(personDay[person], personDay[other]))));
            }
        }
    }

    /// <summary>
    /// A forum has a moderator, members who are mostly friends of that person, and posts of members about its first tag or another.
    /// </summary>
    private void WriteForums()
    {
        var forums = Math.Max(10, messages / 40);
        var post = 0;
        for (var forum = 0; forum < forums; forum++)
        {
            var moderator = random.NextSkewed(persons);
            var day = PickDay(personDay[moderator]);
            tables.Forums.Write(forum, $"Group for {SocialText.GetName(forum)} {forum}", SocialText.GetDate(day));
            tables.Moderators.Write(forum, moderator);
            var topic = random.NextSkewed(Tags);
            tables.ForumTags.Write(forum, topic);
            var members = WriteMembers(forum, moderator, day);

            var last = forum == forums - 1 ? posts : (int)Math.Min(posts, (long)posts * (forum + 1) / forums + random.NextSkewed(40));
            for (; post < last; post++)
                WritePost(
                    post, forum, members[random.NextSkewed(members.Count)], day, random.Next(3) == 0 ? random.NextSkewed(Tags) : topic);
        }
    }

    private List<int> WriteMembers(int forum, int moderator, int day)
    {
        var members = new List<int> { moderator };
        var seen = new HashSet<int> { moderator };
        for (var count = random.NextSkewed(200); count > 0; count--)
        {
            var near = friends[moderator];
            var member = near.Count > 0 && random.Next(4) != 0 ? near[random.Next(near.Count)] : random.NextSkewed(persons);
            if (seen.Add(member))
                members.Add(member);
        }

        foreach (var member in members)
            tables.Members.Write(forum, member, SocialText.GetDate(PickDay(Math.Max(day, personDay[member]))));
        return members;
    }

    private void WritePost(int post, int forum, int author, int day, int topic)
    {
        SetMessage(post, author, PickDay(Math.Max(day, personDay[author])), topic);
        WriteMessage(tables.Posts, tables.PostTags, tables.PostPlaces, tables.PostCreators, post);
        tables.Containers.Write(forum, post);
    }

    /// <summary>Answers go to recent messages more often, and come from friends of who wrote them.</summary>
    private void WriteComments()
    {
        for (var comment = posts; comment < messages; comment++)
        {
            var parent = random.Next(2) == 0 && comment > posts ? posts + random.Next(comment - posts) : random.NextSkewed(posts);
            var near = friends[creator[parent]];
            var author = near.Count > 0 && random.Next(5) != 0 ? near[random.Next(near.Count)] : random.NextSkewed(persons);
            SetMessage(
                comment, author, PickDay(Math.Max(messageDay[parent], personDay[author])),
                random.Next(3) == 0 ? random.NextSkewed(Tags) : tag[parent]);
            WriteMessage(tables.Comments, tables.CommentTags, tables.CommentPlaces, tables.CommentCreators, comment);
            (parent < posts ? tables.PostReplies : tables.CommentReplies).Write(comment, parent);
        }
    }

    private void WriteLikes()
    {
        for (var person = 0; person < persons; person++)
        {
            var seen = new HashSet<int>();
            for (var count = random.NextSkewed(600); count > 0; count--)
            {
                var message = random.Next(2) == 0 ? random.NextSkewed(messages) : random.Next(messages);
                if (seen.Add(message))
                    (message < posts ? tables.PostLikes : tables.CommentLikes).Write(
                        person, message, SocialText.GetDate(PickDay(Math.Max(personDay[person], messageDay[message]))));
            }
        }
    }

    private void SetMessage(int message, int author, int day, int topic) =>
        (creator[message], messageDay[message], tag[message]) = (author, day, topic);

    private void WriteMessage(SocialTable messageTable, SocialTable tagTable, SocialTable placeTable, SocialTable creatorTable, int message)
    {
        var length = 20 + random.NextSkewed(180);
        messageTable.Write(
            message, SocialText.GetContent(tag[message], length, random.Next(1000)), length, SocialText.GetDate(messageDay[message]),
            SocialText.GetLanguage(random.NextSkewed(8)), SocialText.GetBrowser(random.NextSkewed(5)));
        creatorTable.Write(message, creator[message]);
        tagTable.Write(message, tag[message]);
        if (random.Next(2) == 0)
            tagTable.Write(message, (tag[message] + 1 + random.Next(Tags - 1)) % Tags);
        placeTable.Write(message, random.Next(10) == 0 ? PickCountry() : Continents + city[creator[message]] % Countries);
    }

    private int PickDay(int first) => first + random.Next(SocialText.Days - first);

    private int PickCountry() => Continents + random.NextSkewed(Countries);

    private int PickCity() => Continents + Countries + random.NextSkewed(Cities);
}
