"""Short and pet forms of given names, so that “Mike” may be offered for “Michael”."""

# One line, one name: its forms in English and Spanish as teachers' lists have them. A form may
# stand in several lines (“Alex”).
_FORMS = """
abigail abby abbie gail|abraham abe abram|alejandro alex alejo|alejandra alex ale|
alexander alex alec xander sasha|alexandra alex alexa lexi sandra sasha|alfred al alfie fred|
alice ali|alison ali allie|amanda mandy|amelia amy millie|andrea andie|andrew andy drew|
angela angie|anthony tony|antonio tony toño|arthur art artie|barbara barb barbie|beatriz bea|
benjamin ben benny benji|bradley brad|cameron cam|carolina caro|caroline carrie carol|
catherine cathy cate kate katie|charles charlie chuck|charlotte charlie lottie|
christina chris tina chrissy|christine chris chrissy tina|christopher chris topher kit|
cristina cris tina|cynthia cindy|daniel dan danny|daniela dani|danielle dani|david dave davey|
deborah deb debbie|dominic dom nick|donald don donnie|dorothy dot dottie|douglas doug|
eduardo edu lalo|edward ed eddie ted ned|eleanor ellie nora nell|
elizabeth liz lizzie beth betsy betty eliza ellie libby|emily em emmy|emmanuel manny|eugene gene|
evelyn evie|ezekiel zeke|fernando nando|frances fran frankie|francis frank|
francisco paco pancho frank cisco|franklin frank|frederick fred freddie|gabriel gabe|
gabriela gabi gaby|gabrielle gabby|genevieve gen evie|george georgie|gerald gerry jerry|
gregory greg|guadalupe lupe lupita|guillermo memo|gustavo gus|harold hal harry|henry hank harry|
ignacio nacho|isaac ike|isabel isa izzy bella|isabella isa izzy bella|jackson jack|jacob jake|
jacqueline jackie|james jim jimmy jamie|janet jan|jasmine jas jazz|jeffrey jeff|
jennifer jen jenny|jeremiah jerry|jeremy jerry|jesse jess|jessica jess jessie|jesus chuy|
joanna jo|john jack johnny jon|jonathan jon jonny nathan|jose pepe|joseph joe joey|
josephine jo josie|joshua josh|juliana julie|julian jules|juliet jules|
katherine kate katie kathy kat kit|kathleen kathy kate katie|kenneth ken kenny|kimberly kim|
kristen kris|lawrence larry|leonard leo len|leonardo leo|lillian lily lil|louis lou louie|
luis lucho|madeline maddie|madison maddie|malachi mal|manuel manny manolo|
margaret maggie meg peggy margie|maria mary mari|matthew matt|maximilian max|maxwell max|
melissa mel missy|mercedes meche|michael mike mikey mick|michelle shelly|miguel mike|
miranda mandy|mitchell mitch|mohamed mo moe|mohammad mo moe|mohammed mo moe|muhammad mo moe|
nancy nan|natalie nat|nathan nate|nathaniel nate nathan|nicholas nick nicky|nicole nicki nikki|
olivia liv livvy|oliver ollie|pamela pam|patricia pat patty trish|patrick pat paddy|peter pete|
philip phil|rafael rafa|raymond ray|rebecca becca becky|ricardo rick|richard rick ricky rich dick|
robert rob bob bobby robbie bert|roberto beto|rodrigo rod|ronald ron ronnie|rosario charo|
russell russ|samantha sam sammy|samuel sam sammy|sandra sandy|santiago santi|sarah sally|
savannah anna|sebastian seb bash|sofia sofi|sophia sophie|stephanie steph|stephen steve|
steven steve|susan sue susie|suzanne sue suzie|tabitha tabby|teresa tess terry|thaddeus tad|
theodore ted teddy theo|theresa tess terry|thomas tom tommy|timothy tim timmy|tobias toby|
tyler ty|valentina val vale|valeria vale|vanessa nessa|veronica vero ronnie|victor vic|
victoria vicky tori|vincent vince vinny|virginia ginny|walter walt|william will bill billy liam|
zachary zach zack
"""


def _lines_by_form() -> dict[str, frozenset[int]]:
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(_FORMS.replace("\n", "").split("|")):
        for form in line.split():
            lines.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in lines.items()}


_LINES = _lines_by_form()
_NONE: frozenset[int] = frozenset()


def names_behind(first: str) -> frozenset[int]:
    """The names a form may stand for, as numbers; empty for a form this list does not hold.

    `first` is one word in lower case without accents. Two forms with a number in common may be
    one person's.
    """
    return _LINES.get(first, _NONE)
