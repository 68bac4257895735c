namespace Films;

/// <summary>A graph of two films, built in code.</summary>
public static class Sample
{
    public static FilmGraph Build()
    {
        var builder = new FilmBuilder();
        var ann = builder.AddPerson("ann", "Ann Actor", born: new DateOnly(1970, 1, 1));
        var bob = builder.AddPerson("bob", "Bob Both");
        var rain = builder.AddMovie("rain", "Rain", released: 2001, rating: 7.5);
        var sun = builder.AddMovie("sun", "Sun", released: 1999);
        builder.AddActedIn(ann, rain, part: "the stranger");
        builder.AddActedIn(bob, rain);
        builder.AddDirected(bob, sun);
        return builder.Build();
    }
}
